using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Series over two axes as parts of an ECharts option.</summary>
internal static class XyOption
{
    private const int MarkersUpTo = 200;

    public static IEnumerable<(string Name, JsonNode? Value)> Parts(XyChart chart, SvgSize size)
    {
        var names = Labels.ShortenAll(chart.Series.Select(s => s.Name), SvgSize.LegendLimit);
        if (EChartsOption.Legend(chart, size, names) is { } legend)
            yield return ("legend", legend);
        foreach (var part in chart.Split == YSplit.None ? OneGrid(chart, size) : SplitGrids.Of(chart, size, Grid(chart, size)))
            yield return part;
        var markers = chart.Series.Sum(s => s.X.Length) <= MarkersUpTo;
        yield return ("series", Json.Array(
            chart.Series.Index(), s => Series(chart, s.Item, s.Index, names[s.Index], markers, size)));
    }

    private static IEnumerable<(string Name, JsonNode? Value)> OneGrid(XyChart chart, SvgSize size)
    {
        var x = EChartsAxis.Of(chart.X, chart, size);
        var y = EChartsAxis.Of(chart.Y, chart, size);
        return [("grid", Grid(chart, size)), ("xAxis", chart.Horizontal ? y : x), ("yAxis", chart.Horizontal ? x : y)];
    }

    private static JsonObject Grid(XyChart chart, SvgSize size)
    {
        var below = chart.Horizontal ? CategoryFit.None : CategoryFit.Of(chart.X, size);
        return Json.Object(
            ("left", 16 + below.Overhang), ("right", 24 + size.LegendWidth + (ShowsMilliseconds(chart) ? 24 : 0)),
            ("top", size.Top + (AxisNameAbove(chart) ? 22 : 6)),
            ("bottom", AxisNameBelow(chart) ? 34 + (below.LabelHeight / 6) : 12), ("containLabel", true));
    }

    /// <summary>True where the last time on the x axis is written so long that it reaches out.</summary>
    private static bool ShowsMilliseconds(XyChart chart)
    {
        if (chart.X.Scale != AxisScale.Time || chart.IsEmpty)
            return false;
        var times = chart.Series.SelectMany(s => s.X);
        return times.Max() - times.Min() < 10_000;
    }

    private static bool AxisNameAbove(XyChart chart) => chart.Split == YSplit.None
        ? (chart.Horizontal ? chart.X : chart.Y).Title.Length > 0
        : chart.YAxes.Any(axis => axis.Title.Length > 0);

    private static bool AxisNameBelow(XyChart chart) => (chart.Horizontal ? chart.Y : chart.X).Title.Length > 0;

    private static JsonObject Series(XyChart chart, Series series, int index, string name, bool markers, SvgSize size)
    {
        var colour = Palette.At(index, series.IsOther);
        var made = Json.Object(
            ("type", chart.Mark switch { XyMark.Bar => "bar", XyMark.Point => "scatter", _ => "line" }),
            ("name", name),
            ("itemStyle", Json.Object(("color", colour))),
            ("stack", chart.StackOf(series)),
            ("yAxisIndex", chart.Split == YSplit.None ? null : series.Measure),
            ("xAxisIndex", chart.Split == YSplit.Panels ? series.Measure : null),
            ("emphasis", Json.Object(("disabled", true))),
            ("data", Data(chart, series)));
        foreach (var (property, value) in MarkParts(chart, colour, markers, size))
            made[property] = value;
        if (series.Marked.Count > 0)
            made["markPoint"] = Marks(chart, series);
        return made;
    }

    private static (string Name, JsonNode? Value)[] MarkParts(
        XyChart chart, string colour, bool markers, SvgSize size) =>
        chart.Mark switch
        {
            XyMark.Bar => [("barMinWidth", 1), ("barMaxWidth", MaxWidth(chart, size)), ("barCategoryGap", "18%")],
            XyMark.Point => [("symbolSize", 6), ("itemStyle", Json.Object(("color", colour), ("opacity", 0.75)))],
            _ =>
            [
                ("showSymbol", markers), ("symbol", "circle"), ("symbolSize", 4), ("sampling", "lttb"),
                ("lineStyle", Json.Object(("color", colour), ("width", chart.Mark == XyMark.Area ? 1.5 : 2))),
                ("areaStyle", chart.Mark != XyMark.Area ? null : Json.Object(
                    ("color", colour), ("opacity", chart.Stacking == Stacking.Unstacked ? 0.3 : 0.7))),
            ],
        };

    /// <summary>
    /// The widest that a bar may be in pixels: few bars in time are about as wide as what they stand for. ECharts
    /// leaves half a distance free at each end of the axis.
    /// </summary>
    private static double MaxWidth(XyChart chart, SvgSize size)
    {
        const double widest = 64;
        if (TimeBins.OfFewBars(chart) is not { } bin || chart.Series[0].X.Length == 1)
            return widest;
        var range = chart.Series[0].X[^1] - chart.Series[0].X[0];
        var length = chart.Horizontal ? size.Height - size.Top : size.Width - size.LegendWidth;
        var axis = range * chart.Series[0].X.Length / (chart.Series[0].X.Length - 1);
        return Math.Clamp(0.7 * length * bin / axis, 4, widest);
    }

    private static JsonArray Data(XyChart chart, Series series)
    {
        if (chart.X.Scale != AxisScale.Category || chart.Mark == XyMark.Point)
            return Json.Array(series.X.Zip(series.Y), p => Pair(chart, Json.Number(p.First), Json.Number(p.Second)));
        var values = new JsonNode?[chart.X.Categories.Count];
        for (var i = 0; i < series.X.Length; i++)
            values[(int)series.X[i]] = Json.Number(series.Y[i]);
        return new JsonArray(values);
    }

    private static JsonArray Pair(XyChart chart, JsonNode? x, JsonNode? y) => chart.Horizontal ? [y, x] : [x, y];

    private static JsonObject Marks(XyChart chart, Series series) => Json.Object(
        ("symbol", "circle"), ("symbolSize", 11),
        ("itemStyle", Json.Object(("color", "transparent"), ("borderColor", Palette.Alarm), ("borderWidth", 2))),
        ("label", Json.Object(("show", false))),
        ("data", Json.Array(series.Marked, i => Json.Object(
            ("coord", Pair(chart, Json.Number(series.X[i]), Json.Number(series.Y[i])))))));
}
