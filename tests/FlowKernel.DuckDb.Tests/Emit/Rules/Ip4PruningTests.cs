using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class Ip4PruningTests
{
    private readonly PlanColumn _ip = Chars("ip");

    [Fact]
    public void ARangeTestBecomesATestOfNumbers() => Assert.Equal(
        """
        Filter ipv4_is_in_range(ip, "10.1.1.0/24")
          Scan t
        =>
        Filter (ip $ip4_inside dynamic([[167837952,167838207]]))
          Scan t
        """,
        PlanChange.Of(new Ip4Pruning(), Scan().Where(Call(
            "ipv4_is_in_range", KqlType.Bool, Ref(_ip), Value("10.1.1.0/24")))));

    [Fact]
    public void AListOfPrefixesBecomesRangesInOrderNeighboursAsOne() => Assert.Equal(
        """
        Filter ipv4_is_in_any_range(ip, "10.0.1.0/24", "10.0.0.0/24", "192.168.0.1")
          Scan t
        =>
        Filter (ip $ip4_inside dynamic([[167772160,167772671],[3232235521,3232235521]]))
          Scan t
        """,
        PlanChange.Of(new Ip4Pruning(), Scan().Where(Call(
            "ipv4_is_in_any_range", KqlType.Bool,
            Ref(_ip), Value("10.0.1.0/24"), Value("10.0.0.0/24"), Value("192.168.0.1")))));

    [Fact]
    public void AnEqualityGetsATestOfNumbersBefore() => Assert.Equal(
        """
        Filter (ip == "10.1.1.8")
          Scan t
        =>
        Filter and((ip $ip4_perhaps dynamic([[167837960,167837960]])), (ip == "10.1.1.8"))
          Scan t
        """,
        PlanChange.Of(new Ip4Pruning(), Scan().Where(Call("==", KqlType.Bool, Ref(_ip), Value("10.1.1.8")))));

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(30, true)]
    public void WhereTextsAreFoundAsFastOnlyShortListsGetATestOfNumbers(int addresses, bool staysAlone)
    {
        var list = Enumerable.Range(0, addresses).Select(i => Value($"10.1.{i}.8")).ToArray<Scalar>();
        var filter = Scan().Where(Call(addresses == 1 ? "==" : "in", KqlType.Bool, [Ref(_ip), .. list]));
        Assert.Equal(staysAlone, PlanChange.IsNone(new Ip4Pruning(), filter, new TextTables()));
    }

    [Theory]
    [InlineData("10.1.1.0/33")]
    [InlineData("no address")]
    public void WhatIsNoPrefixIsLeftToTheFunction(string prefix) => Assert.True(PlanChange.IsNone(
        new Ip4Pruning(), Scan().Where(Call("ipv4_is_in_range", KqlType.Bool, Ref(_ip), Value(prefix)))));

    [Fact]
    public void ManyPrefixesFindTheSameAddresses()
    {
        var prefixes = Enumerable.Range(0, 20).Select(i => Value($"10.0.{i * 2}.0/24")).ToArray<Scalar>();
        var rows = Enumerable.Range(0, 42).Select(i => new object?[] { $"10.0.{i}.7" }).ToArray();
        var plan = Table([_ip], rows).Where(Call("ipv4_is_in_any_range", KqlType.Bool, [Ref(_ip), .. prefixes]));
        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => $"10.0.{i * 2}.7").Order(StringComparer.Ordinal),
            Runs.Lines(plan).Order(StringComparer.Ordinal));
    }

    private Scan Scan() => new("t", [_ip], Here);

    private sealed class TextTables : ITableCatalog
    {
        public DatabaseSchema Schema => DatabaseSchema.Empty;

        public IReadOnlyList<string> Directories => [];

        public TableSource? Find(string table) =>
            new(new TableSchema(table, [new("ip", KqlType.String)]), table) { FindsTexts = true };
    }
}
