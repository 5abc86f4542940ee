using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Conditions that compare TimeGenerated with constants say which days' files can hold such rows at all; the others are
/// not opened. The conditions stay, for the rows inside those files.
/// </summary>
internal sealed class DayPruning : IPlanRule
{
    private const string TimeGenerated = "TimeGenerated";

    /// <inheritdoc/>
    public string Name => "day pruning";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r is Filter filter ? Pruned(filter, context) : r).Rewrite(plan);

    private static Relation Pruned(Filter filter, RuleContext context)
    {
        var conditions = new List<Scalar>(Conditions.Of(filter.Predicate));
        var scan = ScanBelow(filter.Input, conditions);
        if (scan is null || TimesOf(scan, conditions) is not { } times || times == scan.Times)
            return filter;
        if (context.Tables.Find(scan.Table)?.Within is null)
            return filter;
        return new PlanRewriter(r => ReferenceEquals(r, scan) ? scan with { Times = times } : r).Rewrite(filter);
    }

    private static Scan? ScanBelow(Relation relation, List<Scalar> conditions)
    {
        while (relation is Filter filter)
        {
            conditions.AddRange(Conditions.Of(filter.Predicate));
            relation = filter.Input;
        }

        return relation as Scan;
    }

    private static TimeRange? TimesOf(Scan scan, List<Scalar> conditions)
    {
        var time = scan.Columns.FirstOrDefault(c => c is { Name: TimeGenerated, Type: KqlType.DateTime });
        var ranges = conditions.Select(c => RangeOf(c, time)).OfType<TimeRange>().ToList();
        return time is null || ranges.Count == 0 ? null : ranges.Aggregate((a, b) => a.And(b));
    }

    private static TimeRange? RangeOf(Scalar condition, PlanColumn? time) => condition switch
    {
        Call { Function: var f, Arguments: [ColumnRef c, Literal { Value: DateTime t }] } when c.Column == time =>
            RangeOf(f, t),
        Call { Function: var f, Arguments: [Literal { Value: DateTime t }, ColumnRef c] } when c.Column == time =>
            RangeOf(Mirrored(f), t),
        Call
        {
            Function: "between",
            Arguments: [ColumnRef c, Literal { Value: DateTime from }, Literal { Value: DateTime to }],
        } when c.Column == time => new TimeRange(from, to),
        _ => null,
    };

    private static TimeRange? RangeOf(string comparison, DateTime time) => comparison switch
    {
        ">" or ">=" => new TimeRange(time, DateTime.MaxValue),
        "<" or "<=" => new TimeRange(DateTime.MinValue, time),
        "==" => new TimeRange(time, time),
        _ => null,
    };

    private static string Mirrored(string comparison) => comparison switch
    {
        ">" => "<",
        ">=" => "<=",
        "<" => ">",
        "<=" => ">=",
        _ => comparison,
    };
}
