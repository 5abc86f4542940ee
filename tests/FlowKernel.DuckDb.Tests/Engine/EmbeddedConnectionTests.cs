using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Tables;
using FlowKernel.DuckDb.Tests.Emit;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Engine;

public class EmbeddedConnectionTests
{
    private readonly PlanColumn _n = Long("n");
    private readonly KeptTables _kept = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AQuerySaysHowLongEachStageTook()
    {
        var result = (await RunAsync(Table([_n], [1L]), NoTables.Instance, Test)).OrThrow();

        Assert.Equal(["lower", "emit", "run"], result.Statistics.Stages.Select(s => s.Stage));
        Assert.Equal("here", result.Statistics.RanOn);
        Assert.Equal(1L, result.Table[0, 0]);
    }

    [Fact]
    public async Task CancellingStopsARunningQuery()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Test);
        var run = RunAsync(Endless(), NoTables.Instance, cancellation.Token);
        await Task.Delay(300, Test);
        await cancellation.CancelAsync();

        // The query would take for ever; how soon it stops is a matter for the benchmarks.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(30), Test));
    }

    [Fact]
    public async Task AKeptResultIsATable()
    {
        object?[] values =
        [
            true, 1, 2L, double.NaN, 1.25m, "10.0.0.1", new DateTime(2024, 4, 23, 1, 2, 3, DateTimeKind.Utc),
            TimeSpan.FromTicks(3), Guid.Parse("f4be27de-1e4e-49d9-b579-fe0b331d3642"), new DynamicValue("[1]"),
        ];
        var columns = Enum.GetValues<KqlType>().Select(t => new KqlColumn($"c{t}", t)).ToList();
        var rows = KqlTable.FromRows(columns, [values, [.. values.Select(_ => (object?)null)]]);
        _kept.Keep("flows", rows);

        var scan = new Scan("flows", [.. columns.Select(c => new PlanColumn(c.Name, c.Type))], Here);
        var table = (await RunAsync(scan, NoTables.Instance, Test)).OrThrow().Table;

        Assert.Equal(ResultJson.Write(rows), ResultJson.Write(table));
    }

    [Fact]
    public async Task AResultKeptAnewReplacesTheOldOne()
    {
        var language = new PlanLanguage(new Scan("flows", [_n], Here));
        await using var connection = new EmbeddedConnection(
            "here", language, NoTables.Instance, _kept, TimeProvider.System);
        foreach (var value in new[] { 1L, 2L })
        {
            _kept.Keep("flows", KqlTable.FromRows([new("n", KqlType.Long)], [[value]]));
            Assert.Equal(value, (await connection.RunAsync(language.Query, Test)).OrThrow().Table[0, 0]);
        }
    }

    [Fact]
    public async Task AKeptResultMayHaveNamesThatDifferByCaseAlone()
    {
        _kept.Keep("t", KqlTable.FromRows([new("a", KqlType.Long), new("A", KqlType.Long)], [[1L, 2L]]));
        var scan = new Scan("t", [Long("a"), Long("A")], Here);

        var table = (await RunAsync(scan, NoTables.Instance, Test)).OrThrow().Table;

        Assert.Equal([1L, 2L], [table[0, 0], table[0, 1]]);
    }

    [Fact]
    public async Task QueriesMayRunAtTheSameTime()
    {
        var language = new PlanLanguage(new RangeRows(_n, Value(1L), Value(100_000L), Value(1L), Here));
        await using var connection = new EmbeddedConnection(
            "here", language, NoTables.Instance, _kept, TimeProvider.System);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => connection.RunAsync(language.Query, Test)));

        Assert.All(results, r => Assert.Equal(100_000, r.OrThrow().Table.RowCount));
    }

    [Fact]
    public async Task FilesOutsideTheStoreCannotBeRead()
    {
        var catalog = new Runs.OneTable(Lines("/etc/hostname"));

        var error = await Assert.ThrowsAsync<IOException>(() => RunAsync(LinesScan(), catalog, Test));
        Assert.Contains("disabled by configuration", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANumberThatLeaves64BitsWrapsAround()
    {
        var sum = Call("+", KqlType.Long, Ref(_n), Value(1L));
        var plan = Table([_n], [long.MaxValue], [1L]).Select((Long("m"), sum));

        var table = (await RunAsync(plan, NoTables.Instance, Test)).OrThrow().Table;

        Assert.Equal([long.MinValue, 2L], ((ColumnVector<long>)table.Vectors[0]).Values.ToArray());
    }

    [Fact]
    public async Task AValueThatDoesNotFitIsADiagnostic()
    {
        var common = Call(InnerFunctions.CommonValues, KqlType.Long, Value("no sketch"));
        var plan = Table([_n], [1L]).Select((Long("m"), common));

        var error = Assert.Single((await RunAsync(plan, NoTables.Instance, Test)).Diagnostics);

        Assert.Equal("FK0142", error.Code);
        Assert.StartsWith("The query met a value that it cannot work with: dcount_intersect takes", error.Message);
    }

    [Fact]
    public async Task HalfAMillionRowsArriveWhole()
    {
        var range = new RangeRows(_n, Value(1L), Value(500_000L), Value(1L), Here);
        var table = (await RunAsync(range, NoTables.Instance, Test)).OrThrow().Table;

        Assert.Equal(500_000, table.RowCount);
        Assert.Equal(125_000_250_000, ((ColumnVector<long>)table.Vectors[0]).Values.ToArray().Sum());
    }

    private static Aggregate Endless()
    {
        RangeRows Million(string name) => new(Long(name), Value(1L), Value(1_000_000L), Value(1L), Here);
        var (left, right) = (Million("a"), Million("b"));
        var pairs = new Join(left, right, JoinKind.Inner, [], [left.Column, right.Column], Here);
        var sum = Call("+", KqlType.Long, Ref(left.Column), Ref(right.Column));
        return pairs.Where(Call(">", KqlType.Bool, sum, Value(5L))).Count(Long("n"));
    }

    private static TableSource Lines(string path) => new(
        new TableSchema("lines", [new("content", KqlType.String)]), $"read_text('{path}')");

    private static Scan LinesScan() => new("lines", [Chars("content")], Here);

    private async Task<Outcome<QueryResult>> RunAsync(
        Relation plan, ITableCatalog catalog, CancellationToken cancellation)
    {
        var language = new PlanLanguage(plan);
        await using var connection = new EmbeddedConnection("here", language, catalog, _kept, TimeProvider.System);
        return await connection.RunAsync(language.Query, cancellation);
    }
}
