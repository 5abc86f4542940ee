using FlowKernel.Charts.Spec;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>The values that render's properties can take, and what they mean.</summary>
internal static class RenderChoices
{
    private static readonly (string Property, Func<RenderProperties, string?> Value, string[] Choices)[] Facts =
    [
        ("kind", r => r.Kind, ["default", "unstacked", "stacked", "stacked100"]),
        ("legend", r => r.Legend, ["visible", "hidden"]),
        ("xaxis", r => r.XAxis, ["linear", "log"]),
        ("yaxis", r => r.YAxis, ["linear", "log"]),
        ("ysplit", r => r.YSplit, ["none", "axes", "panels"]),
    ];

    /// <summary>The first property with a value that is not among its choices, or null.</summary>
    public static Diagnostic? FirstMistake(RenderProperties render)
    {
        foreach (var (property, read, choices) in Facts)
        {
            if (read(render) is { } value && !choices.Contains(value, StringComparer.OrdinalIgnoreCase))
                return ChartMistakes.BadProperty(property, value, string.Join(", ", choices));
        }

        return null;
    }

    /// <summary>The stacking that was asked for, or null for the kind's own.</summary>
    public static Stacking? Stacking(RenderProperties render) => render.Kind?.ToLowerInvariant() switch
    {
        "unstacked" => Spec.Stacking.Unstacked,
        "stacked" => Spec.Stacking.Stacked,
        "stacked100" => Spec.Stacking.Percent,
        _ => null,
    };

    /// <summary>True where places of the world are asked for, which only pies and points can be.</summary>
    public static bool WantsMap(RenderProperties render) =>
        string.Equals(render.Kind, "map", StringComparison.OrdinalIgnoreCase);

    /// <summary>How several values share the chart.</summary>
    public static YSplit Split(RenderProperties render) => render.YSplit?.ToLowerInvariant() switch
    {
        "axes" => YSplit.Axes,
        "panels" => YSplit.Panels,
        _ => YSplit.None,
    };

    public static bool IsLog(string? axis) => string.Equals(axis, "log", StringComparison.OrdinalIgnoreCase);
}
