using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit;

public class WindowTests
{
    private readonly PlanColumn _g = Chars("g");
    private readonly PlanColumn _v = Long("v");

    [Theory]
    [InlineData("row_cumsum", new[] { "a 10 10", "a 10 20", "a 30 50", "b 5 5", "b 6 11" })]
    [InlineData("row_rank_dense", new[] { "a 10 1", "a 10 1", "a 30 2", "b 5 1", "b 6 2" })]
    [InlineData("row_rank_min", new[] { "a 10 1", "a 10 1", "a 30 3", "b 5 1", "b 6 2" })]
    public void AFunctionRestartsWhereItsConditionIsTrue(string function, string[] rows)
    {
        var isNew = Call("!=", KqlType.Bool, Ref(_g), Window("prev", KqlType.String, Ref(_g)));
        var window = Window(function, Ref(_v), isNew);

        Assert.Equal(rows, Runs.Lines(Sorted().Select((_g, Ref(_g)), (_v, Ref(_v)), (Long("w"), window))));
    }

    [Fact]
    public void RowNumberCountsInTheOrderOfTheSort()
    {
        var plan = Sorted().Select((_v, Ref(_v)), (Long("n"), Window("row_number", Value(5L))));

        Assert.Equal(["10 5", "10 6", "30 7", "5 8", "6 9"], Runs.Lines(plan));
    }

    [Fact]
    public void NeighboursBeyondTheEndsAreNullOrTheDefault()
    {
        var plan = Sorted().Select(
            (Long("p"), Window("prev", Ref(_v), Value(2L))),
            (Long("n"), Window("next", Ref(_v), Value(1L), Value(-1L))));

        Assert.Equal(["null 10", "null 30", "10 5", "10 6", "30 -1"], Runs.Lines(plan));
    }

    [Fact]
    public void AWindowInAFilterSeesAllRows()
    {
        Assert.Equal(
            ["a 30", "b 5"],
            Runs.Lines(Sorted().Where(Call("!=", KqlType.Bool, Ref(_v), Window("prev", Ref(_v)))).Where(
                Call("!=", KqlType.Bool, Ref(_v), Value(6L))).Where(Call("!=", KqlType.Bool, Ref(_v), Value(10L)))));
    }

    private static WindowCall Window(string function, params Scalar[] arguments) =>
        Window(function, KqlType.Long, arguments);

    private static WindowCall Window(string function, KqlType type, params Scalar[] arguments) =>
        new(function, arguments, type, Here);

    private Sort Sorted() => new(
        Table([_g, _v], ["b", 6L], ["a", 30L], ["a", 10L], ["b", 5L], ["a", 10L]),
        [new SortKey(Ref(_g), false, true), new SortKey(Ref(_v), false, true)], Here);
}
