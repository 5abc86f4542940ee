using System.Text.Json;
using FlowKernel.Algorithms.Activity;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>
/// <c>funnel_sequence_completion</c> (https://learn.microsoft.com/kusto/query/funnel-sequence-completion-plugin).
/// </summary>
internal static class FunnelCompletionPlugin
{
    private const int State = 5;

    public static Relation Lower(PluginCall call)
    {
        if (call.Scalar(0) is not { } id || call.Scalar(1) is not { } time || call.Scalar(State) is not { } state)
            return call.Refuse("it lacks arguments");
        if (time.Type is not (KqlType.DateTime or KqlType.TimeSpan))
            return call.Refuse("its timeline is a number, and its periods are timespans", "Make it a datetime or a timespan.");
        var constants = new[] { 2, 3, 4, 6, 7 }.Select(i => call.Scalar(i)).OfType<Scalar>().ToList();
        if (constants.Count < 5)
            return call.Refuse("it lacks arguments");
        var span = call.Span;
        var input = new Project(
            call.Input,
            [
                new Assignment(new PlanColumn("id", id.Type), id), new Assignment(new PlanColumn("time", time.Type), time),
                new Assignment(new PlanColumn("state", KqlType.String), Conversion.To(KqlType.String, state)),
            ],
            span);
        var columns = call.Bound.Select(call.Column).ToList();
        var shown = columns.Select(c => new KqlColumn(c.Name, c.Type)).ToList();
        return ConstantArguments.Stage(
            call, constants, "start, end, window, sequence and periods", [input], columns,
            values => Timeline.Of(time.Type, values[0], values[1], values[2]) is { } timeline
                && Items(values[3], Text) is { Count: > 0 } sequence && Items(values[4], Period) is { Count: > 0 } periods
                    ? new FunnelCompletion(timeline, sequence, periods.ConvertAll(p => p!.Value), shown, span)
                    : null);
    }

    /// <summary>The elements of an array; null where it is none, or one element does not fit.</summary>
    private static List<T>? Items<T>(object? value, Func<JsonElement, T?> read)
    {
        if (value is not DynamicValue { Element: { ValueKind: JsonValueKind.Array } array })
            return null;
        var items = array.EnumerateArray().Select(read).ToList();
        return items.TrueForAll(i => i is not null) ? items.ConvertAll(i => i!) : null;
    }

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    private static long? Period(JsonElement element) => element.ValueKind == JsonValueKind.String
        && TimespanText.TryParse(element.GetString()!, out var period) && period >= TimeSpan.Zero
            ? period.Ticks
            : null;
}
