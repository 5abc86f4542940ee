using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class SharedMaterialisationTests
{
    [Fact]
    public void GroupsThatAreNamedTwiceAreComputedOnce()
    {
        var (left, right) = (Groups("t", 1), Groups("t", 1));
        Assert.Equal(
            """
            Join Inner on s == s
              Aggregate n = count() by s = s
                Filter (a > 1)
                  Scan t
              Aggregate n = count() by s = s
                Filter (a > 1)
                  Scan t
            =>
            Join Inner on s == s
              Project s = s, n = n
                Shared shared
                  Aggregate n = count() by s = s
                    Filter (a > 1)
                      Scan t
              Project s = s, n = n
                Shared shared
                  Aggregate n = count() by s = s
                    Filter (a > 1)
                      Scan t
            """,
            PlanChange.Of(new SharedMaterialisation(), Joined(left, right)));
    }

    [Fact]
    public void OtherConstantsAreOtherGroups() =>
        Assert.True(PlanChange.IsNone(new SharedMaterialisation(), Joined(Groups("t", 1), Groups("t", 2))));

    [Fact]
    public void OtherTablesAreOtherGroups() =>
        Assert.True(PlanChange.IsNone(new SharedMaterialisation(), Joined(Groups("t", 1), Groups("u", 1))));

    private static Aggregate Groups(string table, long than)
    {
        var (s, a, key) = (Chars("s"), Long("a"), Chars("s"));
        var count = new AggregateCall("count", [], KqlType.Long, Here);
        return new Aggregate(
            new Scan(table, [s, a], Here).Where(Greater(a, than)), [new(key, Ref(s))], [new(Long("n"), count)], Here);
    }

    private static Join Joined(Relation left, Relation right) => new(
        left, right, JoinKind.Inner, [new JoinKey(Ref(left.Columns[0]), Ref(right.Columns[0]))],
        [.. left.Columns, .. right.Columns], Here);
}
