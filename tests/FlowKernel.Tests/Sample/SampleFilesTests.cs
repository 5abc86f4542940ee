using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.Tests.Sample;

public sealed class SampleFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowkernel");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TheFilesAreReadBackAsWhatTheSampleIsEnrichedFrom()
    {
        await SampleFiles.WriteAsync(_folder.FullName, Cancellation);
        var topology = (await TopologyFileJson.ReadFileAsync(At(SampleFiles.Topology), Cancellation)).OrThrow();
        var tags = (await ServiceTags.ReadFileAsync(At(SampleFiles.ServiceTags), Cancellation)).OrThrow();
        var threats = (await ThreatList.ReadFileAsync(At(SampleFiles.Threats), Cancellation)).OrThrow();
        Assert.Equal(TopologyFileJson.Write(SampleEstate.Topology), TopologyFileJson.Write(topology));
        foreach (var address in Tuples.All.SelectMany(t => new[] { t.Source, t.Destination }).Distinct())
        {
            Assert.Equal(Find(SampleEstate.ServiceTags, address), Find(tags, address));
            Assert.Equal(Find(SampleEstate.Threats, address), Find(threats, address));
        }
    }

    private static T? Find<T>(PrefixTable<T> table, IpNumber address) =>
        table.TryMatch(address, out var value) ? value : default;

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
