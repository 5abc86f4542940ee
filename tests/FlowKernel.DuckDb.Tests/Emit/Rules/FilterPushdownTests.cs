using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class FilterPushdownTests
{
    private readonly PlanColumn _a = Long("a");
    private readonly PlanColumn _b = Long("b");

    [Fact]
    public void AConditionGoesBelowTheProjectionThatItReads()
    {
        var c = Long("c");
        var plan = Table().Select((c, Call("+", KqlType.Long, Ref(_a), Value(1L)))).Where(Greater(c, 5));
        Assert.Equal(
            """
            Filter (c > 5)
              Project c = (a + 1)
                Scan t
            =>
            Project c = (a + 1)
              Filter ((a + 1) > 5)
                Scan t
            """,
            PlanChange.Of(new FilterPushdown(), plan));
    }

    [Fact]
    public void EachConditionGoesToTheSideOfTheJoinThatItReads()
    {
        var (other, c) = (Long("a1"), Long("c"));
        var right = new Scan("u", [other, c], Here);
        var join = new Join(
            Table(), right, JoinKind.Inner, [new JoinKey(Ref(_a), Ref(other))], [_a, _b, other, c], Here);
        Assert.Equal(
            """
            Filter and((b > 1), (c > 2))
              Join Inner on a == a1
                Scan t
                Scan u
            =>
            Join Inner on a == a1
              Filter (b > 1)
                Scan t
              Filter (c > 2)
                Scan u
            """,
            PlanChange.Of(new FilterPushdown(), join.Where(Call("and", KqlType.Bool, Greater(_b, 1), Greater(c, 2)))));
    }

    [Fact]
    public void RowsWithoutAMatchStayWhereTheConditionIsOnTheOtherSide()
    {
        var other = Long("a1");
        var join = new Join(
            Table(), new Scan("u", [other], Here), JoinKind.LeftOuter, [new JoinKey(Ref(_a), Ref(other))],
            [_a, _b, other], Here);
        Assert.True(PlanChange.IsNone(new FilterPushdown(), join.Where(Greater(other, 2))));
    }

    [Fact]
    public void RowNumbersAreGivenBeforeTheCondition()
    {
        var n = Long("n");
        var plan = Table().Select((n, new WindowCall("row_number", [], KqlType.Long, Here)), (_a, Ref(_a)));
        Assert.True(PlanChange.IsNone(new FilterPushdown(), plan.Where(Greater(_a, 2))));
    }

    [Fact]
    public void AConditionThatIsDrawnByLotStays() => Assert.True(PlanChange.IsNone(
        new FilterPushdown(),
        Table().OrderBy(_a).Where(Call(">", KqlType.Bool, Call("rand", KqlType.Real), Value(0.5)))));

    [Fact]
    public void AConditionDoesNotPassATake() =>
        Assert.True(PlanChange.IsNone(new FilterPushdown(), Table().First(3).Where(Greater(_a, 2))));

    private Scan Table() => new("t", [_a, _b], Here);
}
