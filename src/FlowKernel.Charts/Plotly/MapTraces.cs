using FlowKernel.Charts.Maps;
using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>
/// A world map as filled lines over two plain axes. plotly.js has maps of its own, but fetches their outlines from a
/// server when it draws.
/// </summary>
internal static class MapTraces
{
    public static List<Trace> Of(MapChart chart, Layout layout)
    {
        layout.With("xaxis", Axis(-170, 190)).With("yaxis", Axis(-57, 84).With("scaleanchor", "x").With("scaleratio", 1.2));
        var coloured = chart.Areas.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var rest = Shapes(WorldOutlines.All.Where(o => !coloured.Contains(o.Code)), HeatScale.Nothing);
        return
        [
            rest.With("showlegend", false),
            .. chart.Classes.Select((c, i) => Class(chart, c, i)),
            .. chart switch
            {
                { Areas.Count: > 0 } => [Names(chart)],
                { Pies.Count: > 0 } => MapPieTraces.Of(chart),
                _ => Places(chart),
            },
        ];
    }

    private static DynamicObj.DynamicObj Axis(double from, double to) =>
        PlotlyObject.Of(("visible", false), ("range", new[] { from, to }), ("constrain", "domain"));

    private static Trace Class(MapChart chart, ValueClass found, int index) =>
        Shapes(
            chart.Areas.Where(a => a.Class == index).Select(a => WorldOutlines.Find(a.Code)!),
            chart.Classes.ColourOf(index)).With("name", PlotlyObject.Text(found.Label));

    private static Trace Shapes(IEnumerable<Outline> outlines, string colour)
    {
        var rings = outlines.SelectMany(o => o.Rings).ToArray();
        return new Trace("scatter")
            .With("mode", "lines")
            .With("fill", "toself")
            .With("fillcolor", colour)
            .With("hoverinfo", "skip")
            .With("line", PlotlyObject.Of(("color", "#b5b5b5"), ("width", 0.5)))
            .With("x", rings.SelectMany(r => r.Select(p => (double?)Math.Round(p.Longitude, 1)).Append(null)).ToArray())
            .With("y", rings.SelectMany(r => r.Select(p => (double?)Math.Round(p.Latitude, 1)).Append(null)).ToArray());
    }

    /// <summary>What a country's colour stands for, at its middle; small countries are seen as the point itself.</summary>
    private static Trace Names(MapChart chart) => new Trace("scatter")
        .With("mode", "markers")
        .With("showlegend", false)
        .With("x", chart.Areas.Select(a => WorldOutlines.Find(a.Code)!.Middle.Longitude).ToArray())
        .With("y", chart.Areas.Select(a => WorldOutlines.Find(a.Code)!.Middle.Latitude).ToArray())
        .With("customdata", chart.Areas.Select(a =>
            PlotlyObject.Text($"{a.Name}: {AxisText.Of(a.Value, chart.Unit)}")).ToArray())
        .With("hovertemplate", "%{customdata}<extra></extra>")
        .With("marker", PlotlyObject.Of(
            ("size", 9),
            ("opacity", chart.Areas.Select(a => WorldOutlines.Find(a.Code)!.IsTiny ? 1.0 : 0.0).ToArray()),
            ("color", chart.Areas.Select(a => chart.Classes.ColourOf(a.Class)).ToArray())));

    private static IEnumerable<Trace> Places(MapChart chart) => chart.Series.Select((name, i) =>
    {
        var points = chart.Points.Where(p => p.Series == i).ToArray();
        return new Trace("scatter")
            .With("mode", "markers")
            .With("name", PlotlyObject.Text(name))
            .With("x", Array.ConvertAll(points, p => p.Longitude))
            .With("y", Array.ConvertAll(points, p => p.Latitude))
            .With("customdata", Array.ConvertAll(points, p =>
                PlotlyObject.Text($"{p.Name}: {AxisText.Of(p.Value, chart.Unit)}")))
            .With("hovertemplate", "%{customdata}<extra></extra>")
            .With("marker", PlotlyObject.Of(
                ("color", Palette.At(i)), ("opacity", 0.8), ("size", Array.ConvertAll(points, p => 2 * p.Radius))));
    });
}
