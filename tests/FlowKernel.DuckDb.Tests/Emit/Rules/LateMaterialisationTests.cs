using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class LateMaterialisationTests
{
    private readonly PlanColumn _ip = Chars("Ip");
    private readonly PlanColumn _time = Long("Time");
    private readonly PlanColumn _rule = Chars("Rule");
    private readonly PlanColumn _bytes = Long("Bytes");

    [Fact]
    public void OnlyTheNumberOfTheLatestRowIsKeptWhileGrouping() => Assert.Equal(
        """
        Aggregate Latest = arg_max(Time, Time), Rule = arg_max(Time, Rule), Bytes = arg_max(Time, Bytes) by Ip
          Filter (Time > 3)
            Scan flows
        =>
        Project Ip, Latest = Time, Rule = Rule, Bytes = Bytes
          Join LeftSemi on row number == chosen row
            Filter (Time > 3)
              Scan flows
            Aggregate chosen row = arg_max(Time, row number) by Ip = Ip
              Filter (Time > 3)
                Scan flows
        """,
        PlanChange.Of(new LateMaterialisation(), Latest(Flows().Where(Greater(_time, 3))), Tables()));

    [Fact]
    public void OtherAggregatesAreJoinedToTheChosenRows()
    {
        var count = new Assignment(Long("Count"), new AggregateCall("count", [], KqlType.Long, Here));
        var latest = Latest(Flows());
        var both = new Aggregate(latest.Input, latest.Keys, [.. latest.Aggregates, count], Here);
        Assert.EndsWith(
            """
            Project Ip, Latest = Time, Rule = Rule, Bytes = Bytes, Count
              Join Inner on row number == chosen row
                Scan flows
                Aggregate chosen row = arg_max(Time, row number), Count = count() by Ip = Ip
                  Scan flows
            """,
            PlanChange.Of(new LateMaterialisation(), both, Tables()), StringComparison.Ordinal);
    }

    [Fact]
    public void CostlyConditionsAreTestedOnceOnly()
    {
        var slow = Call("matches regex", KqlType.Bool, Ref(_rule), Value("a+"));
        Assert.Equal(1, Count("matches regex", Latest(Flows().Where(slow))));
    }

    [Fact]
    public void ComputedColumnsAreComputedForTheChosenRowsOnly()
    {
        var (text, values) = (Chars("Text"), Call("strcat", KqlType.String, Ref(_rule), Ref(_ip)));
        var rows = Flows().Select((_ip, Ref(_ip)), (_time, Ref(_time)), (_bytes, Ref(_bytes)), (text, values));
        Assert.Equal(1, Count("strcat", Latest(rows, text)));
    }

    [Fact]
    public void TheStatementReadsTheTableByItsRowNumbers() => Assert.Equal(
        """
        SELECT "Ip", "Time" AS "Latest", "Rule", "Bytes"
        FROM (
          SELECT "Ip", "Time", "Rule", "Bytes", "n" AS "row number"
          FROM flows
        ) AS q1
        SEMI JOIN (
          SELECT
            "Ip" AS "Ip_2",
            CASE WHEN count("Time") = 0 THEN first("n") ELSE arg_max_null("n", "Time") END AS "chosen row"
          FROM flows
          GROUP BY 1
        ) AS q2
          ON "row number" = "chosen row"
        ORDER BY "Ip" NULLS FIRST
        """,
        Runs.Emit(Latest(Flows()), Tables()).Sql.Replace(" \n", "\n", StringComparison.Ordinal));

    [Fact]
    public void AllColumnsAreOfOneRowAndNullsComeLast() => Assert.Equal(
        ["a 7 second 20", "b null only 30", "c 5 later null"],
        Runs.Lines(Latest(Flows()), Tables(
            """
            ('a', 3, 'first', 10, 1), ('a', 7, 'second', 20, 2), ('a', NULL, 'none', 99, 3),
            ('b', NULL, 'only', 30, 4), ('c', 4, 'sooner', 40, 5), ('c', 5, 'later', NULL, 6)
            """)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ColumnsAreOfOneRowWhereManyAreTheLatest(bool byNumber)
    {
        var rows = """
            (SELECT (i % 5000)::VARCHAR AS "Ip", i % 3 AS "Time", 'row' || i AS "Rule", i AS "Bytes", i AS n
            FROM range(300000) AS r(i))
            """;
        var table = Runs.Run(Latest(Flows()), Over(rows, byNumber ? "n" : null));
        Assert.Equal(5000, table.RowCount);
        Assert.All(Enumerable.Range(0, table.RowCount), row =>
        {
            Assert.Equal(2L, table[row, 1]);
            Assert.Equal($"row{table[row, 3]}", table[row, 2]);
        });
    }

    [Fact]
    public void OneReturnedColumnIsCheaperWithinItsGroup()
    {
        var latest = Latest(Flows());
        var one = new Aggregate(latest.Input, latest.Keys, [.. latest.Aggregates.Take(2)], Here);
        Assert.True(PlanChange.IsNone(new LateMaterialisation(), one, Tables()));
    }

    [Fact]
    public void ColumnsThatNobodyReadsDoNotCount()
    {
        var latest = Latest(Flows());
        var read = latest.Select((_ip, Ref(_ip)), (_bytes, Ref(latest.Columns[3])));
        Assert.True(PlanChange.IsNone(new LateMaterialisation(), read, Tables()));
    }

    [Fact]
    public void RowsWithoutNumbersAreGroupedWhole()
    {
        Assert.True(PlanChange.IsNone(new LateMaterialisation(), Latest(Flows())));
        Assert.True(PlanChange.IsNone(new LateMaterialisation(), Latest(Flows().First(5)), Tables()));
    }

    private int Count(string function, Aggregate latest)
    {
        var change = PlanChange.Of(new LateMaterialisation(), latest, Tables());
        return change[change.IndexOf("=>", StringComparison.Ordinal)..].Split(function).Length - 1;
    }

    private Scan Flows() => new("flows", [_ip, _time, _rule, _bytes], Here);

    private Aggregate Latest(Relation rows, PlanColumn? text = null)
    {
        var returned = new[] { (Long("Latest"), _time), (Chars("Rule"), text ?? _rule), (Long("Bytes"), _bytes) };
        return new Aggregate(
            rows, [new(_ip, Ref(_ip))],
            [.. returned.Select(r => new Assignment(
                r.Item1, new AggregateCall("arg_max", [Ref(_time), Ref(r.Item2)], r.Item2.Type, Here)))],
            Here);
    }

    private Runs.OneTable Tables(string? rows = null) => Over(
        rows is null ? "flows" : $"(SELECT \"Ip\", \"Time\"::BIGINT AS \"Time\", \"Rule\", \"Bytes\"::BIGINT AS \"Bytes\", n "
                + $"FROM (VALUES {rows}) AS v(\"Ip\", \"Time\", \"Rule\", \"Bytes\", n))",
        "\"n\"");

    private Runs.OneTable Over(string sql, string? rowNumber)
    {
        var schema = new TableSchema("flows", [.. Flows().Columns.Select(c => new KqlColumn(c.Name, c.Type))]);
        return new(new TableSource(schema, sql) { RowNumber = rowNumber, HasNullText = false });
    }
}
