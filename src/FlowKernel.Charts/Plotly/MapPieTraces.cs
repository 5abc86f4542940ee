using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>
/// Pies on a world map as filled wedges, a trace for each series; plotly.js draws pies at places of the page only.
/// </summary>
internal static class MapPieTraces
{
    /// <summary>The degrees of longitude that a pixel is on a map of the usual width.</summary>
    private const double DegreesPerPixel = 0.5;

    /// <summary>As the axes have it: a degree of latitude is drawn so much longer than one of longitude.</summary>
    private const double LatitudeScale = 1.2;

    private const double StepsPerTurn = 48;

    public static IEnumerable<Trace> Of(MapChart chart) =>
        chart.Series.Select((name, series) => Wedges(chart, name, series)).Append(Middles(chart));

    private static Trace Wedges(MapChart chart, string name, int series)
    {
        var (x, y) = (new List<double?>(), new List<double?>());
        foreach (var pie in chart.Pies)
        {
            var start = pie.Slices.TakeWhile(s => s.Series < series).Sum(s => s.Value) / pie.Total;
            foreach (var slice in pie.Slices.Where(s => s.Series == series))
                Add(pie, start, slice.Value / pie.Total, x, y);
        }

        return new Trace("scatter")
            .With("mode", "lines")
            .With("fill", "toself")
            .With("name", PlotlyObject.Text(name))
            .With("fillcolor", chart.ColourOf(series))
            .With("line", PlotlyObject.Of(("color", Palette.Background), ("width", 0.8)))
            .With("hoverinfo", "skip")
            .With("x", x.ToArray())
            .With("y", y.ToArray());
    }

    private static void Add(MapPie pie, double start, double share, List<double?> x, List<double?> y)
    {
        var steps = Math.Max(2, (int)Math.Ceiling(share * StepsPerTurn));
        var turns = Enumerable.Range(0, steps + 1).Select(i => start + (share * i / steps));
        var rim = turns.Select(t => (East: Math.Sin(2 * Math.PI * t), North: Math.Cos(2 * Math.PI * t)));
        // A whole pie has no way from its middle.
        (double East, double North)[] outline = share < 1 ? [(0, 0), .. rim, (0, 0)] : [.. rim];
        var radius = pie.Radius * DegreesPerPixel;
        x.AddRange(outline.Select(p => (double?)Math.Round(pie.Longitude + (p.East * radius), 2)).Append(null));
        y.AddRange(outline.Select(p => (double?)Math.Round(pie.Latitude + (p.North * radius / LatitudeScale), 2)).Append(null));
    }

    /// <summary>What is told of a pie where it is pointed at.</summary>
    private static Trace Middles(MapChart chart) => new Trace("scatter")
        .With("mode", "markers")
        .With("showlegend", false)
        .With("x", chart.Pies.Select(p => p.Longitude).ToArray())
        .With("y", chart.Pies.Select(p => p.Latitude).ToArray())
        .With("customdata", chart.Pies.Select(p => Told(chart, p)).ToArray())
        .With("hovertemplate", "%{customdata}<extra></extra>")
        .With("marker", PlotlyObject.Of(("size", chart.Pies.Select(p => 2 * p.Radius).ToArray()), ("opacity", 0)));

    private static string Told(MapChart chart, MapPie pie) => string.Join("<br>", pie.Slices
        .OrderByDescending(s => s.Value).Take(8)
        .Select(s => PlotlyObject.Text(
            $"{chart.Series[s.Series]}: {AxisText.Of(s.Value, chart.Unit)} ({AxisText.Of(100 * s.Value / pie.Total, AxisUnit.Percent)})"))
        .Prepend(PlotlyObject.Text($"{pie.Name}: {AxisText.Of(pie.Total, chart.Unit)}")));
}
