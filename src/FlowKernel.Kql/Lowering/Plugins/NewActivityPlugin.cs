using FlowKernel.Algorithms.Activity;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>new_activity_metrics</c> (https://learn.microsoft.com/kusto/query/new-activity-metrics-plugin): after the
/// constants come a cohort, dimensions and a table of ids that were seen before, each of them optional.
/// </summary>
internal static class NewActivityPlugin
{
    private const int Constants = 5;

    public static Relation Lower(PluginCall call)
    {
        if (call.Scalar(0) is not { } id || call.Scalar(1) is not { } time || call.Arguments.Count < Constants)
            return call.Refuse("it lacks arguments");
        var rest = call.Arguments.Skip(Constants).ToList();
        var lookback = rest is [.., { Type.Columns: not null } last] ? last : null;
        var values = rest.Where(a => a != lookback).Select(call.Context.Scalar).ToList();
        if (values.FindIndex(v => v is not ColumnRef) > 0)
            return call.Refuse("a dimension is not a column");
        var dimensions = values.OfType<ColumnRef>().ToList();
        if (lookback is not null && dimensions.Count > 0)
            return call.Refuse("how dimensions go together with a table of ids seen before is not documented");
        var constants = Enumerable.Range(2, Constants - 2).Select(i => call.Scalar(i)!);
        var cohort = values.Take(values.Count - dimensions.Count);
        return Stage(call, [id, time, .. dimensions], [.. constants, .. cohort], lookback);
    }

    private static Relation Stage(
        PluginCall call, IReadOnlyList<Scalar> read, IReadOnlyList<Scalar> constants, SyntaxNode? lookback)
    {
        var assigned = read.Select((v, i) => new Assignment(new PlanColumn($"value_{i}", v.Type), v));
        var inputs = new List<Relation> { new Project(call.Input, [.. assigned], call.Span) };
        if (lookback is not null)
        {
            var table = call.Context.Table(lookback);
            if (read[0] is not ColumnRef id || call.Context.Over(table).Column(id.Column.Name) is not { } known)
                return call.Refuse("the table of ids seen before has no column of the ids' name");
            inputs.Add(new Project(table, [Lowering.Columns.Keep(known, call.Span)], call.Span));
        }

        var columns = call.Bound.Select(call.Column).ToList();
        var shown = columns.Select(c => new KqlColumn(c.Name, c.Type)).ToList();
        return ConstantArguments.Stage(
            call, constants, "start, end, window and the cohort, which must be the start of a window,", inputs, columns,
            values => Made(call, read[1].Type, values, shown));
    }

    private static NewActivityMetrics? Made(
        PluginCall call, KqlType type, IReadOnlyList<object?> values, IReadOnlyList<KqlColumn> columns)
    {
        if (Timeline.Of(type, values[0], values[1], values[2]) is not { } timeline)
            return null;
        if (values.Count == Constants - 2)
            return new NewActivityMetrics(timeline, null, columns, call.Span);
        return Timeline.Count(values[3]) is { } cohort && (cohort - timeline.Start) % timeline.Step == 0
            ? new NewActivityMetrics(timeline, timeline.StepOf(cohort), columns, call.Span)
            : null;
    }
}
