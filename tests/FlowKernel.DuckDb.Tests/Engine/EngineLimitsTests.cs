using DuckDB.NET.Data;
using FlowKernel.DuckDb.Tables;
using FlowKernel.DuckDb.Tests.Emit;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Engine;

public sealed class EngineLimitsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowkernel-test-");
    private readonly PlanColumn _n = Long("n");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AQueryThatNeedsTooMuchMemorySaysSo()
    {
        var range = new RangeRows(_n, Value(1L), Value(50_000_000L), Value(1L), Here);
        var list = new AggregateCall("make_list", [Ref(_n)], KqlType.Dynamic, Here);
        var language = new PlanLanguage(new Aggregate(range, [], [new(new("list", KqlType.Dynamic), list)], Here));
        await using var connection = Connect(language, NoTables.Instance, new EngineOptions { MemoryLimit = 64 << 20 });

        var error = Assert.Single((await connection.RunAsync(language.Query, Test)).Diagnostics);
        Assert.Equal("FK0141", error.Code);
        Assert.Equal("The query needs more memory than the embedded engine may use.", error.Message);
        Assert.Equal(
            "Filter earlier, by TimeGenerated first of all, or summarize by fewer columns; or give it more: set "
            + "FLOWKERNEL_ENGINE_MEMORY to a size such as 8GiB before the tool or the kernel starts.",
            error.Hint);
    }

    [Fact]
    public async Task AfterAQueryThatNeededTooMuchTheNextOneRuns()
    {
        var range = new RangeRows(_n, Value(1L), Value(50_000_000L), Value(1L), Here);
        var list = new AggregateCall("make_list", [Ref(_n)], KqlType.Dynamic, Here);
        var large = new PlanLanguage(new Aggregate(range, [], [new(new("list", KqlType.Dynamic), list)], Here));
        await using var connection = Connect(large, NoTables.Instance, new EngineOptions { MemoryLimit = 64 << 20 });
        Assert.Equal("FK0141", Assert.Single((await connection.RunAsync(large.Query, Test)).Diagnostics).Code);

        large.Relation = new RangeRows(_n, Value(1L), Value(3L), Value(1L), Here);
        Assert.Equal(3, (await connection.RunAsync(large.Query, Test)).OrThrow().Table.RowCount);
    }

    [Fact]
    public async Task ASortLargerThanMemoryGoesToTheDiskAndIsRight()
    {
        var key = new PlanColumn("key", KqlType.String);
        var text = Call("strcat", KqlType.String, Value("a text that takes some room in memory "), Call(
            "tostring", KqlType.String, Ref(_n)));
        var rows = new RangeRows(_n, Value(1L), Value(3_000_000L), Value(1L), Here);
        var top = new Aggregate(
            rows, [new(key, text)], [new(Long("sum"), new AggregateCall("sum", [Ref(_n)], KqlType.Long, Here))], Here);
        var total = new AggregateCall("sum", [Ref(top.Columns[1])], KqlType.Long, Here);
        var language = new PlanLanguage(new Aggregate(top, [], [new(Long("total"), total)], Here));
        var options = new EngineOptions
        {
            MemoryLimit = 160 << 20,
            Threads = 2,
            TemporaryDirectory = Path.Combine(_folder.FullName, "spilled"),
        };
        await using var connection = Connect(language, NoTables.Instance, options);

        var table = (await connection.RunAsync(language.Query, Test)).OrThrow().Table;
        Assert.Equal(3_000_000L * 3_000_001L / 2, table[0, 0]);
        Assert.True(Directory.Exists(options.TemporaryDirectory), "Nothing was spilled: the query fits into memory.");
    }

    [Fact]
    public async Task PercentilesOfMoreThanMemoryGoToTheDiskAndAreRight()
    {
        var rows = new RangeRows(_n, Value(1L), Value(20_000_000L), Value(1L), Here);
        var median = new AggregateCall("percentile", [Ref(_n), Value(50L)], KqlType.Long, Here);
        var language = new PlanLanguage(new Aggregate(rows, [], [new(Long("median"), median)], Here));
        var options = new EngineOptions
        {
            MemoryLimit = 160 << 20,
            TemporaryDirectory = Path.Combine(_folder.FullName, "spilled"),
        };
        await using (var connection = Connect(language, NoTables.Instance, options))
        {
            var table = (await connection.RunAsync(language.Query, Test)).OrThrow().Table;
            Assert.Equal(10_000_000L, table[0, 0]);
            Assert.NotEmpty(Directory.GetFiles(options.TemporaryDirectory, "values-*"));
        }

        Assert.False(Directory.Exists(options.TemporaryDirectory));
    }

    [Fact]
    public async Task PercentilesOfDecimalsForWhichThereIsNoRoomSaySo()
    {
        var rows = new RangeRows(_n, Value(1L), Value(20_000_000L), Value(1L), Here);
        var value = new Call("todecimal", [Ref(_n)], KqlType.Decimal, Here);
        var median = new AggregateCall("percentile", [value, Value(50L)], KqlType.Decimal, Here);
        var language = new PlanLanguage(
            new Aggregate(rows, [], [new(new("median", KqlType.Decimal), median)], Here));
        await using var connection = Connect(language, NoTables.Instance, new EngineOptions { MemoryLimit = 64 << 20 });

        Assert.Equal("FK0141", Assert.Single((await connection.RunAsync(language.Query, Test)).Diagnostics).Code);
    }

    [Fact]
    public async Task PercentilesForWhichThereIsNoRoomSaySo()
    {
        var rows = new RangeRows(_n, Value(1L), Value(20_000_000L), Value(1L), Here);
        var median = new AggregateCall("percentile", [Ref(_n), Value(50L)], KqlType.Long, Here);
        var language = new PlanLanguage(new Aggregate(rows, [], [new(Long("median"), median)], Here));
        var file = Path.Combine(_folder.FullName, "no folder");
        await File.WriteAllTextAsync(file, "", Test);
        var options = new EngineOptions { MemoryLimit = 160 << 20, TemporaryDirectory = file };
        await using var connection = Connect(language, NoTables.Instance, options);

        Assert.Equal("FK0141", Assert.Single((await connection.RunAsync(language.Query, Test)).Diagnostics).Code);
        language.Relation = new RangeRows(_n, Value(1L), Value(3L), Value(1L), Here);
        Assert.Equal(3, (await connection.RunAsync(language.Query, Test)).OrThrow().Table.RowCount);
    }

    [Fact]
    public async Task FilesOfTheStoresFolderAreRead()
    {
        var path = Path.Combine(_folder.FullName, "part.parquet");
        Copy($"SELECT range AS n FROM range(3)", path);
        var language = new PlanLanguage(new Scan("t", [_n], Here).OrderBy(_n));
        await using var connection = Connect(language, new Folder(_folder.FullName, path), new EngineOptions());

        var table = (await connection.RunAsync(language.Query, Test)).OrThrow().Table;
        Assert.Equal([0L, 1L, 2L], ((ColumnVector<long>)table.Vectors[0]).Values.ToArray());
    }

    [Fact]
    public async Task ADamagedFileIsBrokenInput()
    {
        var path = Path.Combine(_folder.FullName, "part.parquet");
        await File.WriteAllTextAsync(path, "half-written", Test);
        var language = new PlanLanguage(new Scan("t", [_n], Here));
        await using var connection = Connect(language, new Folder(_folder.FullName, path), new EngineOptions());

        var error = await Assert.ThrowsAsync<IOException>(() => connection.RunAsync(language.Query, Test));
        Assert.Contains("part.parquet", error.Message, StringComparison.Ordinal);
    }

    private static EmbeddedConnection Connect(PlanLanguage language, ITableCatalog catalog, EngineOptions options) =>
        new("here", language, catalog, new KeptTables(), TimeProvider.System, options);

    private static void Copy(string select, string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY ({select}) TO '{path}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    private sealed class Folder(string folder, string path) : ITableCatalog
    {
        public DatabaseSchema Schema => DatabaseSchema.Empty;

        public IReadOnlyList<string> Directories => [folder];

        public TableSource? Find(string table) =>
            new(new TableSchema(table, [new("n", KqlType.Long)]), $"read_parquet(['{path}'])");
    }
}
