using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Series over two axes as traces; the axes go into the layout.</summary>
internal static class XyTraces
{
    private const int MarkersUpTo = 200;

    public static List<Trace> Of(XyChart chart, Layout layout)
    {
        var (across, up) = chart.Horizontal ? ("yaxis", "xaxis") : ("xaxis", "yaxis");
        layout.With(across, PlotlyAxis.Of(chart.X, chart, chart.Horizontal))
            .With(up, PlotlyAxis.Of(chart.YAxes[0], chart, reversed: false));
        if (chart.Split != YSplit.None)
            SplitAxes.Add(chart, layout);
        if (chart.Mark == XyMark.Bar)
        {
            layout.With("barmode", chart.Stacking == Stacking.Unstacked ? "group" : "relative")
                .With("bargap", chart.X.Categories.Count is > 0 and <= 4 ? 0.5 : 0.15);
        }

        var markers = chart.Series.Sum(s => s.X.Length) <= MarkersUpTo;
        var names = PlotlyLayout.LegendNames(chart.Series.Select(s => s.Name));
        var traces = chart.Series
            .Select((series, i) => Trace(chart, series, i, markers).With("name", names[i]))
            .ToList();
        foreach (var (i, series) in chart.Series.Index())
        {
            if (series.Marked.Count > 0)
                traces.Add(Marked(chart, series).With("name", names[i] + " (anomalous)"));
        }

        return traces;
    }

    private static Trace Trace(XyChart chart, Series series, int index, bool markers)
    {
        var colour = Palette.At(index, series.IsOther);
        var trace = Placed(chart, series, new Trace(chart.Mark == XyMark.Bar ? "bar" : "scatter"))
            .With("customdata", HoverTexts(chart, series))
            .With("hovertemplate", HoverTemplate(chart, chart.AxisOf(series).Unit));
        return chart.Mark switch
        {
            XyMark.Bar => trace.With("orientation", chart.Horizontal ? "h" : null)
                .With("width", Width(chart))
                .With("marker", PlotlyObject.Of(("color", colour))),
            XyMark.Point => trace.With("mode", "markers")
                .With("marker", PlotlyObject.Of(("color", colour), ("size", 7), ("opacity", 0.75))),
            XyMark.Line => trace.With("mode", markers ? "lines+markers" : "lines")
                .With("line", PlotlyObject.Of(("color", colour), ("width", 2)))
                .With("marker", PlotlyObject.Of(("color", colour), ("size", 5))),
            _ => Area(chart, trace, colour, chart.StackOf(series)),
        };
    }

    /// <summary>The width of few bars in milliseconds; plotly.js would fill the distance between them.</summary>
    private static object? Width(XyChart chart) =>
        chart.Stacking != Stacking.Unstacked || chart.Series.Count == 1 ? 0.85 * TimeBins.OfFewBars(chart) : null;

    private static Trace Area(XyChart chart, Trace trace, string colour, string? stack) => trace
        .With("mode", "lines")
        .With("line", PlotlyObject.Of(("color", colour), ("width", 1.5)))
        .With("fillcolor", colour + (chart.Stacking == Stacking.Unstacked ? "59" : "b3"))
        .With("fill", chart.Stacking == Stacking.Unstacked ? "tozeroy" : null)
        .With("stackgroup", stack);

    private static Trace Marked(XyChart chart, Series series)
    {
        var points = series with
        {
            X = [.. series.Marked.Select(i => series.X[i])],
            Y = [.. series.Marked.Select(i => series.Y[i])],
        };
        return Placed(chart, points, new Trace("scatter"))
            .With("mode", "markers")
            .With("marker", PlotlyObject.Of(
                ("color", Palette.Alarm), ("size", 10), ("symbol", "circle-open"),
                ("line", PlotlyObject.Of(("width", 2)))));
    }

    private static Trace Placed(XyChart chart, Series series, Trace trace)
    {
        var x = PlotlyAxis.Positions(series.X, chart.X);
        var y = PlotlyObject.Numbers(series.Y);
        if (chart.Split != YSplit.None)
            trace.With("yaxis", SplitAxes.Id(series.Measure));
        return chart.Horizontal ? trace.With("x", y).With("y", x) : trace.With("x", x).With("y", y);
    }

    /// <summary>Texts for values that plotly.js has no number format for.</summary>
    private static string[]? HoverTexts(XyChart chart, Series series) => chart.AxisOf(series).Unit switch
    {
        AxisUnit.Duration => Array.ConvertAll(series.Y, y => AxisText.Of(y, AxisUnit.Duration)),
        AxisUnit.Percent => [.. series.Y.Select((y, i) =>
            $"{AxisText.Of(y, AxisUnit.Percent)} ({AxisText.Of(series.Amounts![i], AxisUnit.None)})")],
        _ => null,
    };

    private static string HoverTemplate(XyChart chart, AxisUnit unit)
    {
        var (x, y) = chart.Horizontal ? ("%{y}", "x") : ("%{x}", "y");
        var value = unit switch
        {
            AxisUnit.Bytes => $"%{{{y}:.3~s}}B",
            AxisUnit.None => $"%{{{y}:,}}",
            _ => "%{customdata}",
        };
        return $"{x}<br>{value}<extra>%{{fullData.name}}</extra>";
    }
}
