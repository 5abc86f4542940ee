using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit;

public class MakeSeriesTests
{
    private readonly PlanColumn _t = Long("t");
    private readonly PlanColumn _g = Chars("g");
    private readonly PlanColumn _at = new("at", KqlType.DateTime);

    [Fact]
    public void EachKeyHasAllBins()
    {
        var rows = Table([_t, _g], [0L, "a"], [2L, "a"], [3L, "a"], [4L, "b"], [9L, "b"], [null, "b"]);

        Assert.Equal(
            ["a [1,2,0] [0,2,4]", "b [0,0,1] [0,2,4]"],
            Runs.Lines(Series(rows, _t, Value(0L), Value(6L), Value(2L), null, _g)).Order());
    }

    [Fact]
    public void WithoutLimitsBinsGoFromTheLeastToTheGreatest()
    {
        var rows = Table([_t, _g], [3L, "a"], [8L, "a"]);

        Assert.Equal(["[1,-1,-1,1] [2,4,6,8]"], Runs.Lines(Series(rows, _t, null, null, Value(2L), Value(-1L))));
    }

    [Fact]
    public void InstantsAreBinnedFromTheStart()
    {
        var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var rows = Table([_at, _g], [day.AddHours(30), "a"], [day.AddHours(31), "a"]);

        Assert.Equal(
            ["[0,2] [\"2024-01-01T00:00:00.0000000Z\",\"2024-01-02T00:00:00.0000000Z\"]"],
            Runs.Lines(Series(rows, _at, Value(day), Value(day.AddDays(2)), Value(TimeSpan.FromDays(1)), null)));
    }

    [Fact]
    public void NoBinsIsNoRow()
    {
        Assert.Empty(Runs.Lines(Series(Table([_t, _g], [1L, "a"]), _t, Value(1L), Value(1L), Value(1L), null)));
    }

    [Fact]
    public void ABinWhoseValueIsNullHoldsNoDefault()
    {
        var rows = Table([_t, _g], [0L, "a"], [2L, "a"]);
        var series = Series(rows, _t, Value(0L), Value(6L), Value(2L), null);
        var greatest = new AggregateCall("max", [Null(KqlType.Long)], KqlType.Long, Here);

        Assert.Equal(
            ["[null,null,0] [0,2,4]"],
            Runs.Lines(series with { Series = [series.Series[0] with { Value = greatest }] }));
    }

    [Fact]
    public void ConstantLimitsAreNoColumnsOfRows()
    {
        var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var rows = Table([_at, _g], [day, "a"]);
        var sql = Runs.Emit(
            Series(rows, _at, Value(day), Value(day.AddDays(2)), Value(TimeSpan.FromDays(1)), null)).Sql;

        Assert.DoesNotContain("\"start\"", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("HUGEINT", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAxisBeforeTheStartCountsDownwards()
    {
        var day = new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        var rows = Table([_at, _g], [day.AddTicks(-10), "a"], [day, "a"], [day.AddDays(2), "a"]);

        Assert.Equal(
            ["[1,0] [\"2024-01-02T00:00:00.0000000Z\",\"2024-01-03T00:00:00.0000000Z\"]"],
            Runs.Lines(Series(rows, _at, Value(day), Value(day.AddDays(2)), Value(TimeSpan.FromDays(1)), null)));
    }

    private static MakeSeries Series(
        Relation input, PlanColumn axis, Scalar? from, Scalar? to, Scalar step, Scalar? missing,
        params PlanColumn[] keys) => new(
            input,
            [.. keys.Select(k => new Assignment(k, Ref(k)))],
            [new(new("n", KqlType.Dynamic), new AggregateCall("count", [], KqlType.Long, Here), missing)],
            new Assignment(new("axis", KqlType.Dynamic), Ref(axis)),
            from, to, step, Here);
}
