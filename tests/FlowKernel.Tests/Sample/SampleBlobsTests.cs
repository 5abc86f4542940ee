using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample;

namespace FlowKernel.Tests.Sample;

public sealed class SampleBlobsTests
{
    private const string Place =
        "flowLogResourceID=/7B2E4F10-6C1D-4F0E-9A54-0D3C5B8E2A71_NETWORKWATCHERRG/" +
        "NETWORKWATCHER_EASTUS2_FLOWLOG-SPOKE1/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void PathsFollowTheContainersLayout()
    {
        var paths = Tuples.Of(new SampleOptions { Days = 1 }).Select(b => b.Path).ToList();
        Assert.Contains(Place + "y=2024/m=04/d=27/h=09/m=00/macAddress=6045BD010108/PT1H.json", paths);
        Assert.Equal(paths.Count, paths.Distinct().Count());
    }

    [Fact]
    public async Task WhatIsWrittenIsReadBackTupleForTuple()
    {
        var blob = Tuples.Of(new SampleOptions { Days = 1 }).MaxBy(b => b.Records.Sum(r => r.Tuples.Length))!;
        using var stream = new MemoryStream();
        await SampleBlobs.WriteAsync(stream, blob, Cancellation);
        stream.Position = 0;
        var reader = new FlowLogReader("PT1H.json");
        var read = await reader.ReadAsync(stream, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(
            blob.Records.Select(r => (r.MacAddress, r.TargetResourceId, Tuples: Text(r))),
            read.Select(r => (r.MacAddress, r.TargetResourceId, Tuples: Text(r))));
    }

    [Fact]
    public async Task FilesAreWrittenBelowTheContainer()
    {
        var folder = Directory.CreateTempSubdirectory("flowkernel");
        try
        {
            var options = new SampleOptions { Days = 1, Flows = 500 };
            var written = await SampleBlobs.WriteAsync(folder.FullName, options, null, Cancellation);
            var files = Directory.GetFiles(
                Path.Combine(folder.FullName, SampleBlobs.Container), "PT1H.json", SearchOption.AllDirectories);
            Assert.Equal(written, files.Length);
            Assert.Equal(Tuples.Of(options).Count(), written);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(FlowRecord record) => string.Join(
        '\n',
        record.Groups.OrderBy(g => g.Rule, StringComparer.Ordinal)
            .SelectMany(g => record.TuplesOf(g).ToArray().Select(t => $"{g.AclId} {g.Rule} {t}")));
}
