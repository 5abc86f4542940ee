using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit;

public class SqlEmitterTests
{
    private readonly PlanColumn _a = Long("a");
    private readonly PlanColumn _s = Chars("s");

    [Fact]
    public void FilterAndProjectOfATableAreOneSelect()
    {
        var b = Long("b");
        var plan = Three().Where(Greater(_a, 1)).Select((b, Ref(_a)));

        Assert.Equal(
            """
            SELECT "a" AS "b"
            FROM (VALUES
              (1::BIGINT, 'x'),
              (2::BIGINT, 'y'),
              (3::BIGINT, 'x')
            ) AS q1("a", "s")
            WHERE ("a" > 1::BIGINT)
            """,
            Runs.Emit(plan).Sql);
    }

    [Fact]
    public void AComputedColumnIsNotWrittenTwice()
    {
        var b = Long("b");
        var plan = Three().Select((b, Call("/", KqlType.Long, Ref(_a), Value(1L)))).Where(Greater(b, 2));

        Assert.Equal(2, Runs.Emit(plan).Sql.Split("SELECT").Length - 1);
        Assert.Equal(["3"], Runs.Lines(plan));
    }

    [Fact]
    public void OrderLastsThroughProjectAndFilter()
    {
        var b = Chars("b");
        var plan = Three().OrderBy(_a, descending: true).Select((b, Ref(_s))).Where(
            Call("!=", KqlType.Bool, Ref(b), Value("z")));

        Assert.Equal(["x", "y", "x"], Runs.Lines(plan));
        Assert.Contains("ORDER BY \"a\" DESC NULLS LAST", Runs.Emit(plan).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void TakeAfterSortTakesTheFirstRows()
    {
        Assert.Equal(["3 x", "2 y"], Runs.Lines(Three().OrderBy(_a, descending: true).First(2)));
    }

    [Fact]
    public void FilterAfterTakeSeesOnlyTheRowsTaken()
    {
        Assert.Equal(["2 y"], Runs.Lines(Three().OrderBy(_a).First(2).Where(Greater(_a, 1))));
    }

    [Fact]
    public void CountOverNoRowsIsOneRow()
    {
        Assert.Equal(["0"], Runs.Lines(Three().Where(Greater(_a, 9)).Count(Long("n"))));
    }

    [Fact]
    public void CountByKeyOverNoRowsIsNoRow()
    {
        Assert.Empty(Runs.Lines(Three().Where(Greater(_a, 9)).Count(Long("n"), _s)));
    }

    [Fact]
    public void AListHasTheOrderOfTheSortBeforeIt()
    {
        var list = new AggregateCall("make_list", [Ref(_s)], KqlType.Dynamic, Here);
        var plan = new Aggregate(
            Three().OrderBy(_a, descending: true), [], [new Assignment(new("list", KqlType.Dynamic), list)], Here);

        Assert.Equal(["[\"x\",\"y\",\"x\"]"], Runs.Lines(plan));
        Assert.Contains("list(\"s\" ORDER BY \"a\" DESC NULLS LAST)", Runs.Emit(plan).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsThatNothingReadsAreNotListed()
    {
        var sql = Runs.Emit(Three().OrderBy(_a).Where(Greater(_a, 0)).Count(Long("n"))).Sql;

        Assert.StartsWith("SELECT count(*) AS \"n\"\nFROM (VALUES", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsThatOnlyPassThroughAnExtendAreNotListed()
    {
        var (c, n) = (Long("c"), Long("n"));
        var plan = Three().Select((_a, Ref(_a)), (_s, Ref(_s)), (c, Call("/", KqlType.Long, Ref(_a), Value(1L))))
            .Where(Greater(c, 2)).Count(n);

        Assert.Equal(
            """
            SELECT count(*) AS "n"
            FROM (
              SELECT "a", ("a" // 1::BIGINT) AS "c"
              FROM (VALUES
                (1::BIGINT, 'x'),
                (2::BIGINT, 'y'),
                (3::BIGINT, 'x')
              ) AS q1("a", "s")
            ) AS q2
            WHERE ("c" > 2::BIGINT)
            """,
            Runs.Emit(plan).Sql);
    }

    [Fact]
    public void ACopyOfAColumnKeepsItsName()
    {
        var (key, n) = (Chars("s"), Long("n"));
        var plan = new Aggregate(
            Three(), [new Assignment(key, Ref(_s))],
            [new Assignment(n, new AggregateCall("count", [], KqlType.Long, Here))], Here);

        Assert.StartsWith("SELECT \"s\", count(*) AS \"n\"", Runs.Emit(plan).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void TiesOfASummaryGoByItsKeys()
    {
        var n = Long("n");
        var plan = Three().Count(n, _s).OrderBy(n, descending: true).First(1);

        Assert.Contains(
            "ORDER BY \"n\" DESC NULLS LAST, \"s\" NULLS FIRST", Runs.Emit(plan).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void NanSortsWithTheNullsNextToTheNumbers()
    {
        var r = Real("r");
        var rows = Table([r], [1.5], [double.NaN], [(object?)null], [double.PositiveInfinity]);

        Assert.Equal(["null", "NaN", "1.5", "Infinity"], Runs.Lines(rows.OrderBy(r)));
        Assert.Equal(["Infinity", "1.5", "NaN", "null"], Runs.Lines(rows.OrderBy(r, descending: true)));
    }

    [Fact]
    public void NamesThatDifferOnlyInCaseStayApart()
    {
        var upper = Long("A");
        var plan = Three().Select((_a, Ref(_a)), (upper, Call("+", KqlType.Long, Ref(_a), Value(10L))));

        Assert.Equal(["1 11", "2 12", "3 13"], Runs.Lines(plan));
        Assert.Equal(["a", "A"], Runs.Emit(plan).Columns.Select(c => c.Name));
    }

    [Fact]
    public void AllErrorsOfAQueryAreFoundAtOnce()
    {
        var plan = Three().Select(
            (Long("x"), Call("no_such", KqlType.Long)), (Long("y"), Call("nor_this", KqlType.Long)));

        var outcome = SqlEmitter.Emit(
            new QueryPlan([new PlanResult(plan, null)]), NoTables.Instance, DateTime.UnixEpoch);

        Assert.Equal(["FK0131", "FK0131"], outcome.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void AnUnknownTableIsNamed()
    {
        var outcome = SqlEmitter.Emit(
            new QueryPlan([new PlanResult(new Scan("Nope", [_a], Here), null)]), NoTables.Instance, DateTime.UnixEpoch);

        Assert.Equal(
            new Diagnostic("FK0104", "There is no table 'Nope' here.", Here), Assert.Single(outcome.Diagnostics));
    }

    private Rows Three() => Table([_a, _s], [1L, "x"], [2L, "y"], [3L, "x"]);
}
