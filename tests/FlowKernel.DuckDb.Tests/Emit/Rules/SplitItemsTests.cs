using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class SplitItemsTests
{
    private readonly PlanColumn _s = Chars("s");

    [Fact]
    public void AnItemReadAsTextIsAPieceOfTheText() => Assert.Equal(
        """
        Project x = tostring([](split(s, "/"), 2))
          Scan t
        =>
        Project x = $split_item(s, "/", 2)
          Scan t
        """,
        PlanChange.Of(new SplitItems(), Scan().Select((Chars("x"), Text(Item(Split(Ref(_s)), 2))))));

    [Fact]
    public void TheSplitMayStandInAStepBefore()
    {
        var parts = new PlanColumn("parts", KqlType.Dynamic);
        var plan = Scan().Select((_s, Ref(_s)), (parts, Split(Ref(_s))))
            .Select((Long("n"), Call("tolong", KqlType.Long, Item(Ref(parts), 0))));
        Assert.Equal(
            """
            Project n = tolong([](parts, 0))
              Project s, parts = split(s, "/")
                Scan t
            =>
            Project n = tolong($split_item(s, "/", 0))
              Project s, parts = split(s, "/")
                Scan t
            """,
            PlanChange.Of(new SplitItems(), plan));
    }

    [Fact]
    public void AColumnThatWasSplitBeforeIsSplitWhereItIsExpanded()
    {
        var parts = new PlanColumn("parts", KqlType.Dynamic);
        var before = Scan().Select((_s, Ref(_s)), (parts, Split(Ref(_s))));
        var plan = new Expand(before, [new Expansion(Chars("p"), Ref(parts))], null, false, null, [_s], Here);
        Assert.Equal(
            """
            Expand p:string = parts
              Project s, parts = split(s, "/")
                Scan t
            =>
            Expand p:string = split(s, "/")
              Project s, parts = split(s, "/")
                Scan t
            """,
            PlanChange.Of(new SplitItems(), plan));
    }

    [Fact]
    public void ItemsFromTheEndAreLeftAlone() => Assert.True(PlanChange.IsNone(
        new SplitItems(), Scan().Select((Chars("x"), Text(Item(Split(Ref(_s)), -1))))));

    [Theory]
    [InlineData("a/b", 0, "a")]
    [InlineData("a/b", 1, "b")]
    [InlineData("a/b", 2, "")]
    [InlineData("", 0, "")]
    public void ThePieceIsWhatTheArrayHolds(string text, long index, string expected)
    {
        var table = Table([_s], [text]);
        Assert.Equal([expected], Runs.Lines(table.Select((Chars("x"), Text(Item(Split(Ref(_s)), index))))));
    }

    private Scan Scan() => new("t", [_s], Here);

    private static Scalar Split(Scalar text) => Call("split", KqlType.Dynamic, text, Value("/"));

    private static Scalar Item(Scalar array, long index) => Call("[]", KqlType.Dynamic, array, Value(index));

    private static Scalar Text(Scalar value) => Call("tostring", KqlType.String, value);
}
