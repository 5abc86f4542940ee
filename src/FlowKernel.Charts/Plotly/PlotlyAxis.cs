using System.Globalization;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Plotly;

/// <summary>Axes and the positions on them.</summary>
internal static class PlotlyAxis
{
    private const int LabelLimit = 32;

    public static DynamicObj.DynamicObj Of(Axis axis, XyChart chart, bool reversed)
    {
        var made = PlotlyObject.Of(
            ("type", TypeOf(axis)), ("automargin", true), ("gridcolor", Palette.Grid), ("zerolinecolor", "#bbbbbb"),
            ("autorange", reversed ? "reversed" : null), ("range", Range(axis) ?? RangeAroundOne(axis, chart)),
            ("title", Title(axis.Title)));
        if (!ReferenceEquals(axis, chart.X) && chart.Mark != XyMark.Point)
            made.With("rangemode", "tozero");
        if (axis.Log && SpansDecades(axis, chart))
            made.With("dtick", 1);
        return axis.Scale == AxisScale.Category ? WithCategories(made, axis) : WithTicks(made, axis, chart);
    }

    /// <summary>What is written at an axis, in plotly.js's shape; null where it is empty.</summary>
    public static DynamicObj.DynamicObj? Title(string title) => title.Length == 0
        ? null
        : PlotlyObject.Of(("text", PlotlyObject.Text(Labels.Shorten(title, 60))), ("standoff", 12));

    /// <summary>Positions as plotly.js takes them: category names, ISO dates in UTC, numbers.</summary>
    public static object Positions(double[] x, Axis axis) => axis.Scale switch
    {
        AxisScale.Category => Array.ConvertAll(x, i => PlotlyObject.Text(axis.Categories[(int)i])),
        AxisScale.Time => Array.ConvertAll(x, Date),
        _ => PlotlyObject.Numbers(x),
    };

    /// <summary>An instant as plotly.js reads dates.</summary>
    public static string Date(double position) =>
        AxisText.Instant(position).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    private static string TypeOf(Axis axis) => axis.Scale switch
    {
        AxisScale.Category => "category",
        AxisScale.Time => "date",
        _ => axis.Log ? "log" : "linear",
    };

    private static object? Range(Axis axis)
    {
        if (axis.Min is null && axis.Max is null)
            return null;
        return new[] { OnScale(axis.Min, axis.Log), OnScale(axis.Max, axis.Log) };
    }

    /// <summary>
    /// A single bar in time would fill the whole axis, and a single point get one of a millisecond: both get room on each
    /// side.
    /// </summary>
    private static string[]? RangeAroundOne(Axis axis, XyChart chart) =>
        axis.Scale == AxisScale.Time && TimeBins.OfOneInstant(chart) is var (place, unit)
            ? [Date(place - (1.5 * unit)), Date(place + (1.5 * unit))]
            : null;

    /// <summary>True where powers of ten alone are ticks enough.</summary>
    private static bool SpansDecades(Axis axis, XyChart chart)
    {
        double[] values = [.. chart.Series.SelectMany(s => ReferenceEquals(axis, chart.X) ? s.X : chart.IsOn(s, axis) ? s.Y : [])
            .Where(v => v > 0)];
        return values.Length == 0 || (axis.Max ?? values.Max()) >= 100 * (axis.Min ?? values.Min());
    }

    private static double? OnScale(double? value, bool log) =>
        !log ? value : value is > 0 ? Math.Log10(value.Value) : null;

    private static DynamicObj.DynamicObj WithCategories(DynamicObj.DynamicObj made, Axis axis)
    {
        var names = axis.Categories.Select(PlotlyObject.Text).ToArray();
        made.With("categoryorder", "array").With("categoryarray", names);
        if (axis.Categories.All(c => c.Length <= LabelLimit))
            return made;
        return made.With("tickmode", "array").With("tickvals", names)
            .With("ticktext", axis.Categories.Select(c => PlotlyObject.Text(Labels.Shorten(c, LabelLimit))).ToArray());
    }

    private static DynamicObj.DynamicObj WithTicks(DynamicObj.DynamicObj made, Axis axis, XyChart chart) =>
        axis.Unit switch
        {
            AxisUnit.Bytes => made.With("tickformat", "~s").With("ticksuffix", "B"),
            AxisUnit.Percent => made.With("ticksuffix", "%"),
            AxisUnit.Duration when !axis.Log => WithDurations(made, DurationTicks.For(axis, chart)),
            _ => made,
        };

    private static DynamicObj.DynamicObj WithDurations(DynamicObj.DynamicObj made, IReadOnlyList<double> ticks) => made
        .With("tickmode", "array")
        .With("tickvals", ticks)
        .With("ticktext", ticks.Select(t => AxisText.Of(t, AxisUnit.Duration)).ToArray());
}
