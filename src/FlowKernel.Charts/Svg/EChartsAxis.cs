using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Axes of an ECharts option.</summary>
internal static class EChartsAxis
{
    public static JsonObject Of(Axis axis, XyChart chart, SvgSize size)
    {
        var isX = ReferenceEquals(axis, chart.X);
        var vertical = isX == chart.Horizontal;
        var floor = Floor(axis, chart);
        var made = Json.Object(
            ("type", TypeOf(axis)), ("min", Json.Number(axis.Min ?? floor)), ("startValue", Json.Number(floor)), ("max", Json.Number(axis.Max)),
            ("inverse", isX && chart.Horizontal ? true : null),
            ("axisLine", Json.Object(("show", isX), ("lineStyle", Json.Object(("color", "#888888"))))),
            ("axisTick", Json.Object(("show", isX && axis.Scale != AxisScale.Category))),
            ("splitLine", Json.Object(("show", !isX), ("lineStyle", Json.Object(("color", Palette.Grid))))),
            ("axisLabel", LabelsOf(axis, vertical, size)));
        if (vertical)
            Name(made, axis.Title, chart.Horizontal ? "start" : "end", 10, "left");
        else
            NameBelow(made, axis.Title, CategoryFit.Of(axis, size).LabelHeight);
        if (axis.Scale == AxisScale.Category)
            made["data"] = Json.Array(axis.Categories, c => Spec.Labels.Shorten(c, CategoryFit.LabelLimit));
        else if (chart.Mark == XyMark.Point)
            made["scale"] = true;
        if (axis is { Unit: AxisUnit.Duration, Log: false, Scale: AxisScale.Number })
            AddDurationTicks(made, DurationTicks.For(axis, chart));
        return made;
    }

    /// <summary>
    /// Where bars stand on a logarithmic axis: a power of ten below all of them, since one at the floor itself would have
    /// no height; or where the axis was asked to begin. Null where the axis finds its own end.
    /// </summary>
    private static double? Floor(Axis axis, XyChart chart)
    {
        if (!axis.Log || chart.Mark != XyMark.Bar || ReferenceEquals(axis, chart.X))
            return null;
        if (axis.Min is > 0 and var asked)
            return asked;
        var least = chart.Series.Where(s => chart.IsOn(s, axis)).SelectMany(s => s.Y).Where(y => y > 0).DefaultIfEmpty(1).Min();
        return Math.Pow(10, Math.Ceiling(Math.Log10(least)) - 1);
    }

    private static string TypeOf(Axis axis) => axis.Scale switch
    {
        AxisScale.Category => "category",
        AxisScale.Time => "time",
        _ => axis.Log ? "log" : "value",
    };

    /// <summary>Writes a name at the middle of an axis, below its labels.</summary>
    /// <param name="axis">The axis, which lies.</param>
    /// <param name="title">The name; nothing is written for an empty one.</param>
    /// <param name="labelHeight">What the labels take, in pixels.</param>
    public static void NameBelow(JsonObject axis, string title, int labelHeight) =>
        Name(axis, title, "middle", 10 + labelHeight, "center");

    private static void Name(JsonObject axis, string title, string location, int gap, string align)
    {
        if (title.Length == 0)
            return;
        axis["name"] = Spec.Labels.Shorten(title, 80);
        axis["nameLocation"] = location;
        axis["nameGap"] = gap;
        axis["nameTextStyle"] = Json.Object(("color", Palette.QuietText), ("fontSize", 12), ("align", align));
    }

    private static JsonObject LabelsOf(Axis axis, bool vertical, SvgSize size)
    {
        var label = Json.Object(
            ("color", Palette.Text), ("fontSize", 12), ("hideOverlap", true), ("formatter", Format(axis)));
        if (axis.Scale == AxisScale.Category)
            FitCategories(label, axis, vertical, size);
        return label;
    }

    private static void FitCategories(JsonObject label, Axis axis, bool vertical, SvgSize size)
    {
        var fit = CategoryFit.Of(axis, size);
        label["hideOverlap"] = false;
        label["interval"] = vertical ? 0 : fit.Interval;
        if (!vertical && fit.Angle > 0)
            label["rotate"] = fit.Angle;
    }

    private static JsonNode? Format(Axis axis) => (axis.Scale, axis.Unit) switch
    {
        (AxisScale.Category, _) => null,
        (AxisScale.Time, _) => TimeFormat(),
        (_, AxisUnit.Bytes) => "@bytes",
        (_, AxisUnit.Duration) => "@duration",
        (_, AxisUnit.Percent) => "@percent",
        _ => "@number",
    };

    /// <summary>How dates are written, by what a tick begins.</summary>
    public static JsonObject TimeFormat() => Json.Object(
        ("year", "{yyyy}"), ("month", "{MMM} {yyyy}"), ("day", "{d} {MMM}"), ("hour", "{HH}:{mm}"),
        ("minute", "{HH}:{mm}"), ("second", "{HH}:{mm}:{ss}"), ("millisecond", "{HH}:{mm}:{ss}.{SSS}"));

    private static void AddDurationTicks(JsonObject axis, IReadOnlyList<double> ticks)
    {
        if (ticks.Count < 2)
            return;
        axis["interval"] = ticks[1] - ticks[0];
        axis["max"] ??= ticks[^1];
        axis["min"] ??= ticks[0];
    }
}
