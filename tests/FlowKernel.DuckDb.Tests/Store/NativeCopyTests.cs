using FlowKernel.DuckDb.Store;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.DuckDb.Tests.Engine;
using FlowKernel.FlowLogs;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Store;

public sealed class NativeCopyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowkernel-test-");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AnImportMakesACopyThatHoldsEveryPart()
    {
        var store = await MakeAsync();
        var native = store.Manifest.Native!;
        Assert.True(File.Exists(Path.Combine(_folder.FullName, native.File)));
        Assert.Equal(store.Manifest.Parts.Select(p => p.Id).Order(), native.Parts.Order());
    }

    [Fact]
    public async Task QueriesReadTheCopy()
    {
        var store = await MakeAsync();
        var rows = await CountAsync(store);
        foreach (var part in store.Manifest.Parts)
            File.Delete(Path.Combine(_folder.FullName, part.Path));
        Assert.Equal(rows, await CountAsync(store));
    }

    [Fact]
    public async Task WithoutTheCopyTheyReadTheParquet()
    {
        var store = await MakeAsync();
        var rows = await CountAsync(store);
        File.Delete(Path.Combine(_folder.FullName, store.Manifest.Native!.File));
        Assert.Equal(rows, await CountAsync(store));
    }

    [Fact]
    public async Task ADamagedCopyIsNotRead()
    {
        var store = await MakeAsync();
        var rows = await CountAsync(store);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, store.Manifest.Native!.File), "half-written", Test);
        Assert.Equal(rows, await CountAsync(store));
    }

    [Fact]
    public async Task ACopyWithDamagedRowsIsReadNoMore()
    {
        var store = await MakeAsync();
        var rows = await CountAsync(store);
        await using (var file = File.OpenWrite(Path.Combine(_folder.FullName, store.Manifest.Native!.File)))
        {
            file.Position = 3 * 4096;
            await file.WriteAsync(new byte[(int)Math.Min(1 << 20, file.Length - file.Position)], Test);
        }

        Assert.Equal(rows, await CountAsync(store));
    }

    [Fact]
    public async Task ACopyOfOtherPartsDoesNotCount()
    {
        var store = await MakeAsync();
        var parts = store.Manifest.Parts;
        Assert.NotNull(NativeCopy.Valid(store.Manifest.Native, parts));
        Assert.Null(NativeCopy.Valid(store.Manifest.Native, parts.Skip(1)));
        Assert.Null(NativeCopy.Valid(store.Manifest.Native, [.. parts, parts[0] with { Id = 99_999 }]));
    }

    [Fact]
    public async Task ANewImportLeavesOneCopy()
    {
        await MakeAsync();
        await SampleStore.MakeAsync(_folder.FullName, new SampleOptions { Days = 2, Flows = 500 }, null, Test);
        var store = FlowStore.Open(_folder.FullName).OrThrow();
        await SampleStore.MakeAsync(_folder.FullName, new SampleOptions { Days = 3, Flows = 900 }, null, Test);
        var left = NativeCopy.FilesIn(_folder.FullName).Select(Path.GetFileName).ToList();
        Assert.Contains(store.Manifest.Native!.File, left);
        Assert.True(left.Count <= 2);
    }

    private async Task<FlowStore> MakeAsync()
    {
        (await SampleStore.MakeAsync(_folder.FullName, new SampleOptions { Days = 2, Flows = 400 }, null, Test)).OrThrow();
        return FlowStore.Open(_folder.FullName).OrThrow();
    }

    private static async Task<long> CountAsync(FlowStore store)
    {
        var columns = FlowLogTables.NetAnalytics.Columns.Select(c => new PlanColumn(c.Name, c.Type)).ToList();
        var bytes = columns.Single(c => c.Name == "BytesSrcToDest");
        var sum = new AggregateCall("sum", [Ref(bytes)], KqlType.Long, Here);
        var scan = new Scan(FlowLogTables.NetAnalytics.Name, columns, Here);
        var language = new PlanLanguage(new Aggregate(scan, [], [new(Long("n"), sum)], Here));
        await using var connection = new EmbeddedConnection(
            "here", language, store, new KeptTables(), TimeProvider.System);
        return (long)(await connection.RunAsync(language.Query, Test)).OrThrow().Table[0, 0]!;
    }
}
