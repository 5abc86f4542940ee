using FlowKernel.Algorithms.Activity;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// The plug-ins about activity over time (https://learn.microsoft.com/kusto/query/activity-counts-metrics-plugin and its
/// neighbours). Their dimensions are the columns after the constants.
/// </summary>
internal static class ActivityPlugins
{
    public static Relation LowerSlidingWindow(PluginCall call) => Lower(
        call, steps: (2, 3, 5), dimensions: 6,
        (timeline, columns) => Timeline.Count(call.Constant(4, "LookbackWindow")) is { } window
            ? new SlidingWindowCounts(timeline, window, columns, call.Span)
            : null);

    public static Relation LowerCounts(PluginCall call) => Lower(
        call, steps: (2, 3, 4), dimensions: 5,
        (timeline, columns) => new ActivityCounts(timeline, columns, call.Span));

    public static Relation LowerMetrics(PluginCall call) => Lower(
        call, steps: (2, 3, 4), dimensions: 5,
        (timeline, columns) => new ActivityMetrics(timeline, columns, call.Span));

    public static Relation LowerActiveUsers(PluginCall call) => Lower(
        call, steps: (2, 3, 7), dimensions: 8,
        (timeline, columns) => Timeline.Count(call.Constant(4)) is { } window
            && Timeline.Count(call.Constant(5)) is { } period and > 0 && Timeline.Count(call.Constant(6)) is { } least
                ? new ActiveUsers(timeline, window, period, least, columns, call.Span)
                : null);

    /// <summary>The value stands where the others have an id, and bins are counted from 0.</summary>
    public static Relation LowerRollingPercentile(PluginCall call)
    {
        var (percent, bin, window) = (call.Constant(1), Timeline.Count(call.Constant(3)), Timeline.Count(call.Constant(4)));
        if (call.Scalar(0) is not { } value || call.Scalar(2) is not { } index || Number(percent) is not { } share
            || bin is not > 0 || window is not > 0)
        {
            return call.Refuse("its percentile and bins are not constants of the fitting types");
        }

        var bins = new Timeline(index.Type, 0, long.MaxValue, bin.Value);
        return Stage(
            call, [value, index], 5, columns => new RollingPercentile(bins, share, (int)window.Value, columns, call.Span));
    }

    private static Relation Lower(
        PluginCall call, (int Start, int End, int Step) steps, int dimensions,
        Func<Timeline, IReadOnlyList<KqlColumn>, ActivityAlgorithm?> make)
    {
        if (call.Scalar(0) is not { } id || call.Scalar(1) is not { } time)
            return call.Refuse("it lacks arguments");
        var timeline = Timeline.Of(
            time.Type, call.Constant(steps.Start), call.Constant(steps.End), call.Constant(steps.Step));
        return timeline is null
            ? call.Refuse("start, end and step are not constants of the timeline's type")
            : Stage(call, [id, time], dimensions, columns => make(timeline, columns));
    }

    private static Relation Stage(
        PluginCall call, IReadOnlyList<Scalar> first, int dimensions,
        Func<IReadOnlyList<KqlColumn>, ActivityAlgorithm?> make)
    {
        var given = call.Arguments.Skip(dimensions).Select(call.Context.Scalar).ToList();
        if (given.Exists(d => d is not ColumnRef))
            return call.Refuse("a dimension is not a column");
        var bound = call.Bound.Select(call.Column).ToList();
        var measures = bound.Count - 1 - given.Count;
        if (measures < 1 || make([.. bound.Select(c => new KqlColumn(c.Name, c.Type))]) is not { } algorithm)
            return call.Refuse("an argument is not a constant of the fitting type");
        var input = new Project(
            call.Input,
            [.. first.Concat(given).Select((v, i) => new Assignment(new PlanColumn($"value_{i}", v.Type), v))], call.Span);
        return new RowsStage([input], algorithm, bound, call.Span);
    }

    private static double? Number(object? value) => value switch
    {
        long n => n,
        int n => n,
        double n => n,
        _ => null,
    };
}
