using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class ColumnPruningTests
{
    [Fact]
    public void ColumnsThatTheResultDoesNotDependOnAreNotRead()
    {
        var (a, b, c, d) = (Long("a"), Long("b"), Long("c"), Long("d"));
        var plan = new Scan("t", [a, b, c], Here)
            .Select((a, Ref(a)), (b, Ref(b)), (d, Call("+", KqlType.Long, Ref(b), Ref(c))))
            .Where(Greater(b, 1)).Count(Long("n"), a);
        Assert.Equal(
            """
            Aggregate n = count() by a
              Filter (b > 1)
                Project a, b, d = (b + c)
                  Scan t
            =>
            Aggregate n = count() by a
              Filter (b > 1)
                Project a, b
                  Scan t: a, b
            """,
            PlanChange.Of(new ColumnPruning(), plan));
    }
}
