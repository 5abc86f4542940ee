using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit;

public class JoinTests
{
    private readonly PlanColumn _k = Long("k");
    private readonly PlanColumn _v = Chars("v");
    private readonly PlanColumn _k1 = Long("k");
    private readonly PlanColumn _w = Chars("w");

    [Theory]
    [InlineData(JoinKind.Inner, new[] { "1 a 1 x", "1 b 1 x", "null n null m" })]
    [InlineData(JoinKind.InnerUnique, new[] { "1 a 1 x", "null n null m" })]
    [InlineData(JoinKind.LeftOuter, new[] { "1 a 1 x", "1 b 1 x", "2 c null ", "null n null m" })]
    [InlineData(JoinKind.RightOuter, new[] { "1 a 1 x", "1 b 1 x", "null  3 y", "null n null m" })]
    [InlineData(JoinKind.FullOuter, new[] { "1 a 1 x", "1 b 1 x", "2 c null ", "null  3 y", "null n null m" })]
    [InlineData(JoinKind.LeftSemi, new[] { "1 a", "1 b", "null n" })]
    [InlineData(JoinKind.LeftAnti, new[] { "2 c" })]
    [InlineData(JoinKind.RightSemi, new[] { "1 x", "null m" })]
    [InlineData(JoinKind.RightAnti, new[] { "3 y" })]
    public void EachKindKeepsItsRowsAndNullKeysMatch(JoinKind kind, string[] rows)
    {
        Assert.Equal(rows, Runs.Lines(Join(kind)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFilterOfTheLeftSideDecidesWhichRowIsUnique()
    {
        var filtered = Join(JoinKind.InnerUnique).Where(Call("==", KqlType.Bool, Ref(_v), Value("b")));

        Assert.Equal(["1 b 1 x"], Runs.Lines(filtered));
    }

    [Fact]
    public void ASharedRelationIsComputedOnce()
    {
        var shared = new SharedRelation("T", Table([_k, _v], [1L, "a"], [2L, "b"]).OrderBy(_k, true).First(1));
        var left = new SharedScan(shared, [_k1, _w], Here);
        var right = new SharedScan(shared, [Long("k"), Chars("v")], Here);
        var columns = left.Columns.Concat(right.Columns).ToList();
        var join = new Join(
            left, right, JoinKind.Inner, [new JoinKey(Ref(_k1), Ref(right.Columns[0]))], columns, Here);

        Assert.Equal(["2 b 2 b"], Runs.Lines(join));
        Assert.StartsWith("WITH \"T\" AS MATERIALIZED (", Runs.Emit(join).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void ASharedSummaryIsSortedAndProjectedAnew()
    {
        var (key, n) = (Chars("v"), Long("n"));
        var counts = new Aggregate(
            Table([_k, _v], [1L, "a"], [2L, "b"]), [new Assignment(key, Ref(_v))],
            [new Assignment(n, new AggregateCall("count", [], KqlType.Long, Here))], Here);
        var scan = new SharedScan(new SharedRelation("T", counts), [_w, _k1], Here);

        Assert.Equal(["a", "b"], Runs.Lines(scan.OrderBy(_k1).Select((Chars("x"), Ref(_w)))));
        Assert.Equal(["1", "1"], Runs.Lines(scan.Select((_k1, Ref(_k1))).OrderBy(_k1)));
    }

    [Fact]
    public void ASharedRelationThatIsReadOnceHasNoName()
    {
        var shared = new SharedRelation("T", Table([_k, _v], [1L, "a"], [2L, "b"]).OrderBy(_k, true));
        var scan = new SharedScan(shared, [_k1, _w], Here);

        Assert.Equal(["2 b", "1 a"], Runs.Lines(scan.Where(Greater(_k1, 0))));
        Assert.DoesNotContain("WITH", Runs.Emit(scan).Sql, StringComparison.Ordinal);
    }

    private Join Join(JoinKind kind)
    {
        var left = Table([_k, _v], [1L, "a"], [1L, "b"], [2L, "c"], [null, "n"]);
        var right = Table([_k1, _w], [1L, "x"], [3L, "y"], [null, "m"]);
        PlanColumn[] columns = kind switch
        {
            JoinKind.LeftSemi or JoinKind.LeftAnti => [_k, _v],
            JoinKind.RightSemi or JoinKind.RightAnti => [_k1, _w],
            _ => [_k, _v, _k1, _w],
        };
        return new Join(left, right, kind, [new JoinKey(Ref(_k), Ref(_k1))], columns, Here);
    }
}
