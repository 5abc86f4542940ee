using System.Globalization;
using FlowKernel.Algorithms.Patterns;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>basket</c> (https://learn.microsoft.com/kusto/query/basket-plugin). Equal rows are counted before the patterns
/// are searched, in a fixed order, so that the numbers of the patterns are the same on every run.
/// </summary>
internal static class BasketPlugin
{
    private const double UsualThreshold = 0.05;
    private const double LeastThreshold = 0.015;
    private const long UsualDimensions = 5;
    private const int Own = 3;

    public static Relation Lower(PluginCall call)
    {
        var threshold = (Given(call, 0) as IConvertible)?.ToDouble(CultureInfo.InvariantCulture) ?? UsualThreshold;
        if (threshold is not (>= LeastThreshold and <= 1))
        {
            return call.Refuse(
                $"its threshold is not from {LeastThreshold} to 1", "Give a part of the rows, such as 0.05.");
        }

        if (call.Argument(1) is not null && !IsTilde(call, 1))
            return call.Refuse("whether a column of weights stays in its result is not documented");
        if (call.Input.Columns.FirstOrDefault(c => c.Type == KqlType.Dynamic) is { } bag)
            return call.Refuse($"'{bag.Name}' is dynamic", "Leave it out with project-away, or make it a text.");
        if (call.Bound.DistinctBy(b => b.Name).Count() < call.Bound.Count)
            return call.Refuse("a column has the name of one of its own", "Rename it with project-rename.");
        var dimensions = (Given(call, 2) as IConvertible)?.ToInt32(CultureInfo.InvariantCulture) ?? UsualDimensions;
        return Stage(call, threshold, (int)dimensions);
    }

    private static RowsStage Stage(PluginCall call, double threshold, int dimensions)
    {
        var span = call.Span;
        var count = new PlanColumn("$count", KqlType.Long);
        var keys = call.Input.Columns
            .Select(c => new Assignment(new PlanColumn(c.Name, c.Type), new ColumnRef(c, span))).ToList();
        var counted = new Aggregate(
            call.Input, keys, [new Assignment(count, new AggregateCall("count", [], KqlType.Long, span))], span);
        var ordered = new Sort(
            counted, [.. keys.Select(k => new Plan.SortKey(new ColumnRef(k.Column, span), false, true))], span);
        var columns = call.Bound.Select(call.Column).ToList();
        var wildcards = columns.Skip(Own).Select(c => Wildcard(call, c.Type)).ToList();
        var shown = columns.Select(c => new KqlColumn(c.Name, c.Type)).ToList();
        var patterns = new FrequentPatterns(threshold, dimensions, wildcards, shown, span);
        return new RowsStage([ordered], patterns, columns, span);
    }

    /// <summary>The literal of the type among the last arguments; the empty text or null where there is none.</summary>
    private static object? Wildcard(PluginCall call, KqlType type)
    {
        var given = call.Arguments.Skip(Own).Select(call.Context.Scalar).OfType<Literal>();
        object? usual = type == KqlType.String ? "" : null;
        return given.FirstOrDefault(w => w.Type == type) is { } wildcard ? wildcard.Value : usual;
    }

    private static object? Given(PluginCall call, int index) => IsTilde(call, index) ? null : call.Constant(index);

    private static bool IsTilde(PluginCall call, int index) => call.Constant(index) is "~";
}
