using FlowKernel.Algorithms.Activity;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// The plug-ins about activity over time (https://learn.microsoft.com/kusto/query/activity-counts-metrics-plugin and
/// its neighbours). Their dimensions are the columns after the constants.
/// </summary>
internal static class ActivityPlugins
{
    private delegate ActivityAlgorithm? Maker(
        Timeline timeline, IReadOnlyList<long?> constants, IReadOnlyList<KqlColumn> columns);

    public static Relation LowerSlidingWindow(PluginCall call) => Lower(
        call, step: 5, dimensions: 6,
        (timeline, constants, columns) => constants[4] is { } window
            ? new SlidingWindowCounts(timeline, window, columns, call.Span)
            : null);

    public static Relation LowerCounts(PluginCall call) => Lower(
        call, step: 4, dimensions: 5,
        (timeline, _, columns) => new ActivityCounts(timeline, columns, call.Span));

    public static Relation LowerMetrics(PluginCall call) => Lower(
        call, step: 4, dimensions: 5,
        (timeline, _, columns) => new ActivityMetrics(timeline, columns, call.Span));

    public static Relation LowerActiveUsers(PluginCall call) => Lower(
        call, step: 7, dimensions: 8,
        (timeline, constants, columns) => constants is [_, _, _, _, > 0 and { } window, > 0 and { } period, { } least, ..]
            ? new ActiveUsers(timeline, window, period, least, columns, call.Span)
            : null);

    public static Relation LowerEngagement(PluginCall call) => Lower(
        call, step: 4, dimensions: 6,
        (timeline, constants, columns) => constants[5] is > 0 and { } outer && outer % timeline.Step == 0
            ? new ActivityEngagement(timeline, outer, columns, call.Span)
            : null);

    public static Relation LowerSessions(PluginCall call) => Lower(
        call, step: 4, dimensions: 6,
        (timeline, constants, columns) => constants[5] is >= 0 and { } window
            ? new SessionCount(timeline, window, columns, call.Span)
            : null);

    /// <summary>The value stands where the others have an id, and bins are counted from 0.</summary>
    public static Relation LowerRollingPercentile(PluginCall call)
    {
        var constants = Constants(call, 1, 3, 4);
        if (call.Scalar(0) is not { } value || call.Scalar(2) is not { } index || constants is null)
            return call.Refuse("it lacks arguments");
        return Stage(
            call, [value, index], constants, 5,
            (values, columns) => Number(values[0]) is { } share && Timeline.Count(values[1]) is { } bin and > 0
                && Timeline.Count(values[2]) is { } window and > 0
                    ? new RollingPercentile(
                        new Timeline(index.Type, 0, long.MaxValue, bin), share, (int)window, columns, call.Span)
                    : null);
    }

    private static Relation Lower(PluginCall call, int step, int dimensions, Maker make)
    {
        var constants = Constants(call, [.. Enumerable.Range(2, dimensions - 2)]);
        if (call.Scalar(0) is not { } id || call.Scalar(1) is not { } time || constants is null)
            return call.Refuse("it lacks arguments");
        return Stage(
            call, [id, time], constants, dimensions,
            (values, columns) => Timeline.Of(time.Type, values[0], values[1], values[step - 2]) is { } timeline
                ? make(timeline, [null, null, .. values.Select(Timeline.Count)], columns)
                : null);
    }

    private static Relation Stage(
        PluginCall call, IReadOnlyList<Scalar> first, IReadOnlyList<Scalar> constants, int dimensions,
        Func<IReadOnlyList<object?>, IReadOnlyList<KqlColumn>, ActivityAlgorithm?> make)
    {
        var given = call.Arguments.Skip(dimensions).Select(call.Context.Scalar).ToList();
        if (given.Exists(d => d is not ColumnRef))
            return call.Refuse("a dimension is not a column");
        var bound = call.Bound.Select(call.Column).ToList();
        if (bound.Count - 1 - given.Count < 1)
            return call.Refuse("its columns are not those that were expected");
        var input = new Project(
            call.Input,
            [.. first.Concat(given).Select((v, i) => new Assignment(new PlanColumn($"value_{i}", v.Type), v))],
            call.Span);
        var columns = bound.Select(c => new KqlColumn(c.Name, c.Type)).ToList();
        return ConstantArguments.Stage(
            call, constants, "start, end and steps", [input], bound, values => make(values, columns));
    }

    private static List<Scalar>? Constants(PluginCall call, params IReadOnlyList<int> indexes)
    {
        var constants = indexes.Select(i => call.Scalar(i)).OfType<Scalar>().ToList();
        return constants.Count == indexes.Count ? constants : null;
    }

    private static double? Number(object? value) => value switch
    {
        long n => n,
        int n => n,
        double n => n,
        _ => null,
    };
}
