using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.Plan;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class ConstantListsTests
{
    private static readonly PlanColumn Texts = new("list", KqlType.Dynamic);
    private readonly PlanColumn _ip = Chars("ip");
    private readonly PlanColumn _prefix = Chars("prefix");
    private readonly PlanColumn _size = Long("size");

    [Fact]
    public void AListOfADatatablesTextsIsAConstant()
    {
        var prefixes = Table([_prefix, _size], ["10.2.0.0/16", 1L], ["10.1.0.0/16", 2L]);
        Assert.Equal(
            """
            Filter ipv4_is_in_any_range(ip, dynamic(["10.2.0.0/16","10.1.0.0/16"]))
              Scan t
            """,
            After(InRanges(List("make_list", prefixes, _prefix))));
    }

    [Fact]
    public void ASetHasEachTextOnce() => Assert.Contains(
        """dynamic(["a","A"])""",
        After(InRanges(List("make_set", Table([_prefix], ["a"], ["A"], ["a"]), _prefix))), StringComparison.Ordinal);

    [Fact]
    public void AColumnMayHaveBeenRenamed()
    {
        var renamed = Chars("range");
        var rows = Table([_prefix, _size], ["10.2.0.0/16", 1L]).Select((renamed, Ref(_prefix)));
        Assert.Contains(
            """dynamic(["10.2.0.0/16"])""",
            After(InRanges(List("make_list", rows, renamed))), StringComparison.Ordinal);
    }

    [Fact]
    public void ListsOfTablesOfNumbersAndOfSomeRowsAreLeftToTheEngine()
    {
        var rows = Table([_prefix, _size], ["a", 1L]);
        Relation[] inputs = [new Scan("p", [_prefix], Here), rows.Where(Greater(_size, 0)), rows.First(1)];
        foreach (var input in inputs)
            Assert.True(PlanChange.IsNone(new ConstantLists(), InRanges(List("make_list", input, _prefix))));
        Assert.True(PlanChange.IsNone(new ConstantLists(), InRanges(List("make_list", rows, _size))));
    }

    [Fact]
    public void TheAddressesAreThenTestedAsNumbers()
    {
        var sql = Runs.Emit(
            Table([_ip], ["10.2.0.1"], ["10.3.0.1"])
                .Where(InRange(List("make_list", Table([_prefix], ["10.2.0.0/16"]), _prefix)))).Sql;
        Assert.Contains("BETWEEN 167903232 AND 167968767", sql, StringComparison.Ordinal);
    }

    private static string After(Relation plan) => PlanChange.Of(new ConstantLists(), plan).Split("=>\n")[1];

    private Filter InRanges(Scalar list) => new Scan("t", [_ip], Here).Where(InRange(list));

    private Call InRange(Scalar list) => Call("ipv4_is_in_any_range", KqlType.Bool, Ref(_ip), list);

    private static ScalarSubquery List(string function, Relation input, PlanColumn column) => new(
        new Aggregate(
            input, [],
            [new(Texts, new AggregateCall(function, [Ref(column)], KqlType.Dynamic, Here))],
            Here),
        KqlType.Dynamic, Here);
}
