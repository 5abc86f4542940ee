using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class PercentilesTogetherTests
{
    private readonly PlanColumn _n = Long("n");
    private readonly PlanColumn _r = Real("r");

    [Fact]
    public void PercentilesOfOneValueAreFoundTogether() => Assert.Equal(
        """
        Aggregate p95 = percentile(n, 95), p50 = percentile(n, 50), r50 = percentile(r, 50) by 
          Scan t
        =>
        Aggregate p95 = $percentile_of(n, 2, 50, 95), p50 = $percentile_of(n, 1, 50, 95), r50 = percentile(r, 50) by 
          Scan t
        """,
        PlanChange.Of(new PercentilesTogether(), Over(
            new Scan("t", [_n, _r], Here),
            (Long("p95"), Percentile(_n, 95)), (Long("p50"), Percentile(_n, 50)), (Real("r50"), Percentile(_r, 50)))));

    [Fact]
    public void OnePercentileOrTheSameTwiceIsLeftAlone() => Assert.True(PlanChange.IsNone(
        new PercentilesTogether(), Over(
            new Scan("t", [_n, _r], Here), (Long("a"), Percentile(_n, 95)), (Long("b"), Percentile(_n, 95)))));

    [Fact]
    public void EachPercentileKeepsItsValueAndItsColumn()
    {
        var rows = Table([_n, _r], [.. Enumerable.Range(1, 100).Select(i => new object?[] { (long)i, i / 10.0 })]);
        var summary = Over(
            rows, (Long("a"), Percentile(_n, 99)), (Long("b"), Percentile(_n, 5)), (Long("c"), Percentile(_n, 50)),
            (Real("d"), Percentile(_r, 90)), (Real("e"), Percentile(_r, 10)));

        Assert.Equal(["99 5 50 9 1"], Runs.Lines(summary));
    }

    [Fact]
    public void NoRowsGiveNulls() => Assert.Equal(
        ["null null"],
        Runs.Lines(Over(Table([_n, _r]), (Long("a"), Percentile(_n, 99)), (Long("b"), Percentile(_n, 5)))));

    private static Aggregate Over(Relation input, params (PlanColumn Column, Scalar Value)[] aggregates) =>
        new(input, [], [.. aggregates.Select(a => new Assignment(a.Column, a.Value))], Here);

    private static AggregateCall Percentile(PlanColumn column, long percentage) =>
        new("percentile", [Ref(column), Value(percentage)], column.Type, Here);
}
