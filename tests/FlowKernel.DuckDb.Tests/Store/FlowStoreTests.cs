using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Store.FlowLogText;

namespace FlowKernel.DuckDb.Tests.Store;

public sealed class FlowStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.At("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void MissingFolderIsNamedWithAWayOut()
    {
        var diagnostic = Assert.Single(FlowStore.Open("/nowhere/data").Diagnostics);

        Assert.Equal(("FK0621", "There is no flow store at '/nowhere/data'."), (diagnostic.Code, diagnostic.Message));
        Assert.Equal(
            "Make one with `flowkernel import PATH --data DIR`, or try the built-in sample: --sample, in a notebook #!flowlogs connect sample.",
            diagnostic.Hint);
    }

    [Fact]
    public void DamagedManifestIsADiagnostic()
    {
        _folder.File("data/manifest.json", "{\"version\":");

        Assert.Equal("FK0622", Assert.Single(FlowStore.Open(Data).Diagnostics).Code);
    }

    [Fact]
    public void OtherLayoutIsADiagnostic()
    {
        _folder.File("data/manifest.json", "{\"version\":99}");

        Assert.Equal(
            $"The flow store at '{Data}' has layout 99; this FlowKernel reads layout 1.",
            Assert.Single(FlowStore.Open(Data).Diagnostics).Message);
    }

    [Fact]
    public void EmptyStoreHasAllTablesWithoutRows()
    {
        _folder.File("data/manifest.json", "{\"version\":1}");
        var store = FlowStore.Open(Data).OrThrow();

        Assert.All(FlowLogTables.Database.Tables, t => Assert.Equal(
            ["0"], StoreQuery.Rows(store, t.Name, "SELECT count(*) FROM TABLE")));
        Assert.Null(store.Find("Perf"));
    }

    [Fact]
    public async Task SourceHasEveryColumnWithItsType()
    {
        var store = await Import(Inbound);

        foreach (var table in FlowLogTables.Database.Tables.Where(t => t.Name != "NTATopologyDetails"))
        {
            var columns = StoreQuery.Rows(store, table.Name, "DESCRIBE SELECT * FROM TABLE")
                .Select(r => r.Split('|')).ToList();
            Assert.Equal(
                table.Columns.Select(c => (c.Name, SqlTypes.Of(c.Type))),
                columns.Take(table.Columns.Count).Select(c => (c[0], c[1])));
            var source = store.Find(table.Name)!;
            Assert.All(source.Ip4Columns.Values, c => Assert.Contains(columns, d => d[0] == c && d[1] == "UINTEGER"));
        }
    }

    [Fact]
    public async Task CompanionColumnsAreTheAddressesAsNumbers()
    {
        var store = await Import(
        [
            "1710413935827,10.1.1.70,2001:db8::1,1,80,6,O,B,NX,,,,",
        ]);

        Assert.Equal(["167838022|null"], StoreQuery.Rows(
            store, "NTANetAnalytics", "SELECT SrcIp__ip4, DestIp__ip4 FROM TABLE"));
    }

    [Fact]
    public async Task TextColumnsAreNeverNull()
    {
        var store = await Import(Inbound);

        var texts = FlowLogTables.NetAnalytics.Columns.Where(c => c.Type == KqlType.String);
        var nulls = string.Join(" OR ", texts.Select(c => $"\"{c.Name}\" IS NULL"));
        Assert.Equal(["0"], StoreQuery.Rows(store, "NTANetAnalytics", $"SELECT count(*) FROM TABLE WHERE {nulls}"));
    }

    [Fact]
    public async Task OpenStoreSeesALaterImport()
    {
        var store = await Import(Inbound);
        Assert.Equal(["1"], StoreQuery.Rows(store, "NTANetAnalytics", "SELECT count(*) FROM TABLE"));

        await Import(Outbound);

        Assert.Equal(["2"], StoreQuery.Rows(store, "NTANetAnalytics", "SELECT count(*) FROM TABLE"));
    }

    [Fact]
    public async Task QueryOfAnEarlierStateStillFindsItsFiles()
    {
        var blob = _folder.File("a.json", Blob(Record(Inbound)));
        var store = await Import(blob);
        var before = store.Find("NTANetAnalytics")!.Sql;
        _folder.File("a.json", Blob(Record(Inbound), Record(Outbound)));

        await Import(blob);

        Assert.NotEqual(before, store.Find("NTANetAnalytics")!.Sql);
        Assert.Equal(["1"], StoreQuery.Rows(store, "NTANetAnalytics", $"SELECT count(*) FROM {before}"));
    }

    [Fact]
    public async Task ASnapshotStaysOfOneStateAndIsReplacedByTheNext()
    {
        var store = await Import(Inbound);
        var snapshot = store.Snapshot();
        var before = snapshot.Find("NTANetAnalytics")!.Sql;
        Assert.Same(snapshot, store.Snapshot());

        await Import(Outbound);

        Assert.Equal(before, snapshot.Find("NTANetAnalytics")!.Sql);
        Assert.NotSame(snapshot, store.Snapshot());
        Assert.NotEqual(before, store.Snapshot().Find("NTANetAnalytics")!.Sql);
    }

    [Fact]
    public async Task LeftoversOfABrokenImportAreNotReadAndThenRemoved()
    {
        var store = await Import(Inbound);
        var leftover = _folder.File("data/NTANetAnalytics/day=2024-03-14/part-000099.parquet.tmp", "half");
        var unnamed = _folder.File("data/NTANetAnalytics/day=2024-03-14/part-000098.parquet", "not Parquet");
        _folder.File("data/manifest.json.tmp", "{");

        Assert.Equal(["1"], StoreQuery.Rows(store, "NTANetAnalytics", "SELECT count(*) FROM TABLE"));
        await Import(Outbound);
        Assert.False(File.Exists(leftover) || File.Exists(unnamed));
    }

    [Fact]
    public async Task SecondWriterIsToldToWait()
    {
        await Import(Inbound);
        await using var held = new FileStream(
            _folder.At("data/store.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var outcome = await FlowImporter.ImportAsync(
            [_folder.File("b.json", Blob(Record(Outbound)))], Data, new(), null, TestContext.Current.CancellationToken);

        Assert.Equal($"Another import is writing to '{Data}'.", Assert.Single(outcome.Diagnostics).Message);
    }

    [Fact]
    public async Task PinnedNowIsTheStoresClock()
    {
        var now = new DateTime(2024, 4, 27, 12, 0, 0, DateTimeKind.Utc);
        (await FlowImporter.ImportAsync(
            [_folder.File("a.json", Blob(Record(Inbound)))], Data, new() { Now = now }, null,
            TestContext.Current.CancellationToken)).OrThrow();

        var clock = FlowStore.Open(Data).OrThrow().Clock(TimeProvider.System);

        Assert.Equal(now, clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task EqualInputGivesEqualFiles()
    {
        var blob = _folder.File("a.json", Blob(Record(Inbound, Outbound)));
        var clock = new PinnedClock(new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        var options = new ImportOptions { Clock = clock };
        foreach (var data in new[] { "one", "two" })
        {
            (await FlowImporter.ImportAsync(
                [blob], _folder.At(data), options, null, TestContext.Current.CancellationToken)).OrThrow();
        }

        var files = Directory.GetFiles(_folder.At("one"), "*.parquet", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(
            File.ReadAllBytes(f),
            File.ReadAllBytes(f.Replace(_folder.At("one"), _folder.At("two"), StringComparison.Ordinal))));
    }

    private Task<FlowStore> Import(string[] tuples) =>
        Import(_folder.File($"{tuples[0].GetHashCode(StringComparison.Ordinal):x}.json", Blob(Record(tuples))));

    private async Task<FlowStore> Import(string path)
    {
        (await FlowImporter.ImportAsync([path], Data, new(), null, TestContext.Current.CancellationToken)).OrThrow();
        return FlowStore.Open(Data).OrThrow();
    }
}
