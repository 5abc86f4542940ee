using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit;

public class ExpandTests
{
    private readonly PlanColumn _id = Long("id");
    private readonly PlanColumn _d = new("d", KqlType.Dynamic);
    private readonly PlanColumn _e = new("e", KqlType.Dynamic);

    [Theory]
    [InlineData("[1,\"x\",null]", new[] { "1 1", "1 \"x\"", "1 null" })]
    [InlineData("{\"a\":1,\"b\":[2]}", new[] { "1 {\"a\":1}", "1 {\"b\":[2]}" })]
    [InlineData("[]", new string[0])]
    [InlineData("\"scalar\"", new[] { "1 \"scalar\"" })]
    [InlineData(null, new[] { "1 null" })]
    public void EachElementIsARow(string? json, string[] rows)
    {
        var table = Table([_id, _d], [1L, json is null ? null : new DynamicValue(json)]);

        Assert.Equal(rows, Runs.Lines(Expand(table, _e)));
    }

    [Fact]
    public void ElementsAreConvertedToTheColumnsType()
    {
        var table = Table([_id, _d], [1L, new DynamicValue("[1,\"2\",\"x\"]")]);

        Assert.Equal(["1 1", "1 2", "1 null"], Runs.Lines(Expand(table, Long("e"))));
    }

    [Fact]
    public void TheOrderOfASortLastsAndElementsKeepTheirs()
    {
        var table = Table([_id, _d], [1L, new DynamicValue("[3,1,2]")], [2L, new DynamicValue("[9,8]")]);

        Assert.Equal(["2 9", "2 8", "1 3", "1 1", "1 2"], Runs.Lines(Expand(table.OrderBy(_id, true), _e)));
    }

    [Fact]
    public void AnApplySeesTheOuterRowAndAggregatesPerRow()
    {
        var table = Table([_id, _d], [10L, new DynamicValue("[1,2]")], [20L, new DynamicValue("[]")]);
        var row = new OuterRow([Long("id"), new PlanColumn("d", KqlType.Dynamic)], Here);
        var element = Long("e");
        var expanded = new Expand(
            row, [new Expansion(element, Ref(row.Columns[1]))], null, false, null, [.. row.Columns, element], Here);
        var sum = Call("+", KqlType.Long, Ref(element), Ref(row.Columns[0]));
        var big = expanded.Where(Call(">", KqlType.Bool, sum, Value(11L)));
        var count = Long("n");
        var apply = new Apply(table, row, big.Count(count), [_id, count], Here);

        Assert.Equal(["10 1", "20 0"], Runs.Lines(apply).Order());
    }

    [Fact]
    public void ATopInsideAnApplyIsPerRow()
    {
        var table = Table([_id, _d], [1L, new DynamicValue("[1,5,3]")], [2L, new DynamicValue("[10,2]")]);
        var row = new OuterRow([Long("id"), new PlanColumn("d", KqlType.Dynamic)], Here);
        var element = Long("e");
        var expanded = new Expand(
            row, [new Expansion(element, Ref(row.Columns[1]))], null, false, null, [element], Here);
        var apply = new Apply(table, row, expanded.OrderBy(element, true).First(1), [_id, element], Here);

        Assert.Equal(["1 5", "2 10"], Runs.Lines(apply).Order());
    }

    [Fact]
    public void PiecesOfATextStayTexts()
    {
        var text = Chars("s");
        var pieces = Pieces(Table([text], ["a null  b"], [""]), text, Chars("p"));

        Assert.Equal(["", "", "a", "b", "null"], Runs.Lines(pieces).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("json", Runs.Emit(pieces).Sql, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void PiecesOfATextMayBecomeNumbersOrStayDynamic()
    {
        var text = Chars("s");
        var table = Table([text], ["1 x"]);

        Assert.Equal(["1", "null"], Runs.Lines(Pieces(table, text, Long("n"))));
        Assert.Equal(["\"1\"", "\"x\""], Runs.Lines(Pieces(table, text, _e)));
    }

    [Fact]
    public void ShorterPiecesArePadded()
    {
        var (a, b) = (Chars("a"), Chars("b"));
        var (x, y) = (Chars("x"), new PlanColumn("y", KqlType.Dynamic));
        var both = new Expand(
            Table([a, b], ["1 2", "3"]), [new(x, Split(a)), new(y, Split(b))], null, false, null, [x, y], Here);

        Assert.Equal(["1 \"3\"", "2 null"], Runs.Lines(both));
    }

    [Fact]
    public void AnIndexThatNobodyReadsIsNotMade() => Assert.DoesNotContain(
        "range", Runs.Emit(Expand(Table([_id, _d], [1L, null]), _e)).Sql, StringComparison.Ordinal);

    private static Expand Pieces(Relation table, PlanColumn text, PlanColumn into) =>
        new(table, [new Expansion(into, Split(text))], null, false, null, [into], Here);

    private static Scalar Split(PlanColumn text) => Call("split", KqlType.Dynamic, Ref(text), Value(" "));

    private Expand Expand(Relation input, PlanColumn into) =>
        new(input, [new Expansion(into, Ref(_d))], null, false, null, [_id, into], Here);
}
