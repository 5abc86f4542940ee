using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Schema;
using FlowKernel.Results;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class LateUniqueRowsTests
{
    private readonly PlanColumn _ip = Chars("Ip");
    private readonly PlanColumn _rule = Chars("Rule");
    private readonly PlanColumn _bytes = Long("Bytes");
    private readonly PlanColumn _key = Chars("Key");

    [Fact]
    public void TheFirstRowOfAKeyIsFoundByItsNumber() => Assert.Equal(
        """
        Join InnerUnique on Ip == Key
          Filter (Bytes > 3)
            Scan flows
          Rows Key:string: "a"
        =>
        Join Inner on Ip == Key
          Project Ip, Rule, Bytes
            Join LeftSemi on row number == chosen row
              Filter (Bytes > 3)
                Scan flows
              Aggregate chosen row = min(row number) by key 1 = Ip
                Filter (Bytes > 3)
                  Scan flows
          Rows Key:string: "a"
        """,
        PlanChange.Of(new LateUniqueRows(), Joined(Flows().Where(Greater(_bytes, 3)), Table([_key], ["a"])), Tables()));

    [Fact]
    public void AllColumnsAreThoseOfTheFirstRow()
    {
        var joined = Joined(Flows().Where(Greater(_bytes, 3)), Table([_key], ["a"], ["b"], ["a"]));
        Assert.Equal(
            ["a second 20 a", "a second 20 a", "b only 30 b"],
            Runs.Lines(joined.OrderBy(_key), Tables("('a', 'first', 1, 1), ('a', 'second', 20, 2), ('a', 'third', 5, 3), ('b', 'only', 30, 4)")));
    }

    [Fact]
    public void RowsWithoutNumbersAreMadeUniqueWhole() => Assert.True(
        PlanChange.IsNone(new LateUniqueRows(), Joined(Flows(), Table([_key], ["a"]))));

    [Fact]
    public void AColumnBesideTheKeyIsKeptWhileGrouping()
    {
        var joined = Joined(Flows(), Table([_key], ["a"]));
        Assert.True(PlanChange.IsNone(
            new LateUniqueRows(), joined.Select((_ip, Ref(_ip)), (_bytes, Ref(_bytes))), Tables()));
    }

    private Scan Flows() => new("flows", [_ip, _rule, _bytes], Here);

    private Join Joined(Relation left, Relation right) => new(
        left, right, JoinKind.InnerUnique, [new JoinKey(Ref(_ip), Ref(_key))], [.. left.Columns, .. right.Columns], Here);

    private Runs.OneTable Tables(string? rows = null)
    {
        var schema = new TableSchema("flows", [.. Flows().Columns.Select(c => new KqlColumn(c.Name, c.Type))]);
        var sql = rows is null
            ? "flows"
            : $"(SELECT \"Ip\", \"Rule\", \"Bytes\"::BIGINT AS \"Bytes\", n FROM (VALUES {rows}) AS v(\"Ip\", \"Rule\", \"Bytes\", n))";
        return new(new TableSource(schema, sql) { RowNumber = "n", HasNullText = false });
    }
}
