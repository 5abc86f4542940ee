using FlowKernel.DuckDb.Emit.Rules;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Schema;
using static FlowKernel.DuckDb.Tests.Emit.Plans;

namespace FlowKernel.DuckDb.Tests.Emit.Rules;

public sealed class DayPruningTests
{
    private static readonly DateTime Day = new(2024, 4, 20, 0, 0, 0, DateTimeKind.Utc);
    private readonly PlanColumn _time = new("TimeGenerated", KqlType.DateTime);

    [Fact]
    public void ConditionsOnTheTimeSayWhichDaysAreRead() => Assert.Equal(
        """
        Filter (TimeGenerated < datetime(2024-04-21T00:00:00.0000000))
          Filter (TimeGenerated >= datetime(2024-04-20T00:00:00.0000000))
            Scan flows
        =>
        Filter (TimeGenerated < datetime(2024-04-21T00:00:00.0000000))
          Filter (TimeGenerated >= datetime(2024-04-20T00:00:00.0000000))
            Scan flows of 2024-04-20T00:00:00..2024-04-21T00:00:00
        """,
        PlanChange.Of(new DayPruning(), Flows().Where(Time(">=", Day)).Where(Time("<", Day.AddDays(1))), Days()));

    [Fact]
    public void AnAlternativeSaysNothing() => Assert.True(PlanChange.IsNone(
        new DayPruning(),
        Flows().Where(Call("or", KqlType.Bool, Time(">=", Day), Time("<", Day))), Days()));

    [Fact]
    public void TablesWithoutDaysAreReadWhole() => Assert.True(PlanChange.IsNone(
        new DayPruning(), Flows().Where(Time(">=", Day)), new Runs.OneTable(Source() with { Within = null })));

    [Fact]
    public void TheStatementNamesOnlyTheFilesOfThoseDays() => Assert.Contains(
        "\nFROM flows_of_2024-04-20T00:00:00..\n",
        Runs.Emit(Flows().Where(Time(">=", Day)), Days()).Sql, StringComparison.Ordinal);

    private Scan Flows() => new("flows", [_time], Here);

    private Call Time(string comparison, DateTime than) => Call(comparison, KqlType.Bool, Ref(_time), Value(than));

    private static Runs.OneTable Days() => new(Source());

    private static TableSource Source() =>
        new(new TableSchema("flows", [new("TimeGenerated", KqlType.DateTime)]), "flows")
        {
            Within = times => Source() with { Sql = $"flows_of_{times}" },
        };
}
