using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.DuckDb.Tests.Store;

public sealed class SampleStoreTests : IDisposable
{
    private static readonly SampleOptions ThreeDays = new() { Days = 3 };
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("NTANetAnalytics")]
    [InlineData("NTAIpDetails")]
    [InlineData("NTATopologyDetails")]
    public async Task ImportingTheSamplesBlobsWithItsFilesGivesTheSameRows(string table)
    {
        var direct = await Make("direct");
        var imported = await ImportBlobs();
        var sql = "SELECT * EXCLUDE (TimeProcessed, __source) FROM TABLE ORDER BY ALL";
        if (table != "NTANetAnalytics")
            sql = sql.Replace(", __source", "", StringComparison.Ordinal);
        if (table == "NTAIpDetails")
            sql = sql.Replace(" EXCLUDE (TimeProcessed)", "", StringComparison.Ordinal);
        var rows = StoreQuery.Rows(direct, table, sql);
        Assert.NotEmpty(rows);
        Assert.Equal(rows, StoreQuery.Rows(imported, table, sql));
    }

    [Fact]
    public async Task TheStoresNowIsTheSamplesNow() =>
        Assert.Equal(SampleClock.Now, (await Make("direct")).Clock(TimeProvider.System).GetUtcNow().UtcDateTime);

    [Fact]
    public async Task ASecondCallDoesNothing()
    {
        await Make("direct");
        var again = (await SampleStore.MakeAsync(_folder.At("direct"), ThreeDays, null, Cancellation)).OrThrow();
        Assert.Equal((0, 4), (again.Sources, again.Unchanged));
    }

    private async Task<FlowStore> Make(string name)
    {
        (await SampleStore.MakeAsync(_folder.At(name), ThreeDays, null, Cancellation)).OrThrow();
        return FlowStore.Open(_folder.At(name)).OrThrow();
    }

    private async Task<FlowStore> ImportBlobs()
    {
        var raw = _folder.At("raw");
        await SampleBlobs.WriteAsync(raw, ThreeDays, null, Cancellation);
        var options = new ImportOptions
        {
            Topology = [(await TopologyFileJson.ReadFileAsync(In(SampleFiles.Topology), Cancellation)).OrThrow()],
            Enrichment = new()
            {
                ServiceTags = (await ServiceTags.ReadFileAsync(In(SampleFiles.ServiceTags), Cancellation)).OrThrow(),
                Threats = (await ThreatList.ReadFileAsync(In(SampleFiles.Threats), Cancellation)).OrThrow(),
            },
        };
        var container = Path.Combine(raw, SampleBlobs.Container);
        (await FlowImporter.ImportAsync([container], _folder.At("imported"), options, null, Cancellation)).OrThrow();
        return FlowStore.Open(_folder.At("imported")).OrThrow();

        string In(string file) => Path.Combine(raw, file);
    }
}
