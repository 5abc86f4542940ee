using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class TopWithoutSortTests
{
    private readonly PlanColumn _a = Long("a");

    [Fact]
    public void TheFirstOfSortedRowsAreATop()
    {
        var plan = new Scan("t", [_a], Here).OrderBy(_a, descending: true).First(10);
        Assert.Equal(
            """
            Take 10
              Sort a desc nulls last
                Scan t
            =>
            Top 10 by a desc nulls last
              Scan t
            """,
            PlanChange.Of(new TopWithoutSort(), plan));
    }

    [Fact]
    public void AProjectionBetweenDoesNotMatter()
    {
        var b = Long("b");
        var plan = new Scan("t", [_a], Here).OrderBy(_a).Select((b, Ref(_a))).First(10);
        Assert.Equal(
            """
            Take 10
              Project b = a
                Sort a asc nulls first
                  Scan t
            =>
            Project b = a
              Top 10 by a asc nulls first
                Scan t
            """,
            PlanChange.Of(new TopWithoutSort(), plan));
    }

    [Fact]
    public void AFilterBetweenDoes() => Assert.True(PlanChange.IsNone(
        new TopWithoutSort(), new Scan("t", [_a], Here).OrderBy(_a).Where(Greater(_a, 1)).First(10)));
}
