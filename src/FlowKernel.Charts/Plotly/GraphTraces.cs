using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Nodes as points and connections as arrows under them, in three widths.</summary>
internal static class GraphTraces
{
    private const int NameLimit = 28;
    private const string LineColour = "#b0b0b0";
    private static readonly double[] Widths = [1, 2.5, 5];

    public static List<Trace> Of(GraphChart chart, Layout layout)
    {
        layout.With("xaxis", Hidden().With("range", new[] { -0.06, 1.3 })).With("yaxis", Hidden().With("autorange", "reversed"));
        var greatest = chart.Edges.Select(e => e.Value).DefaultIfEmpty(1).Max();
        return
        [
            .. chart.Edges.GroupBy(e => chart.IsWeighted ? (int)(2.99 * Math.Sqrt(e.Value / Math.Max(greatest, 1e-9))) : 0)
                .OrderBy(g => g.Key).Select(g => Lines(chart, [.. g], Widths[g.Key])),
            Points(chart),
        ];
    }

    private static DynamicObj.DynamicObj Hidden() => PlotlyObject.Of(("visible", false), ("automargin", true));

    private static Trace Lines(GraphChart chart, GraphEdge[] edges, double width) => new Trace("scatter")
        .With("mode", "lines+markers")
        .With("x", edges.SelectMany(e => (double?[])[chart.Nodes[e.From].X, chart.Nodes[e.To].X, null]).ToArray())
        .With("y", edges.SelectMany(e => (double?[])[chart.Nodes[e.From].Y, chart.Nodes[e.To].Y, null]).ToArray())
        .With("hoverinfo", "skip")
        .With("line", PlotlyObject.Of(("color", LineColour), ("width", width)))
        .With("marker", PlotlyObject.Of(
            ("symbol", "arrow"), ("angleref", "previous"), ("color", LineColour), ("opacity", 1),
            ("size", edges.SelectMany(e => (double[])[0, e.From == e.To ? 0 : 6 + (2 * width), 0]).ToArray()),
            ("standoff", edges.SelectMany(e => (double[])[0, GraphSizes.Diameter(chart, chart.Nodes[e.To]) / 2, 0]).ToArray())));

    private static Trace Points(GraphChart chart) => new Trace("scatter")
        .With("mode", "markers+text")
        .With("x", chart.Nodes.Select(n => n.X).ToArray())
        .With("y", chart.Nodes.Select(n => n.Y).ToArray())
        .With("text", chart.Nodes.Select(n => PlotlyObject.Text(Labels.Shorten(n.Name, NameLimit))).ToArray())
        .With("textposition", "middle right")
        .With("cliponaxis", false)
        .With("customdata", chart.Nodes.Select((n, i) => Hover(chart, n, i)).ToArray())
        .With("hovertemplate", "%{customdata}<extra></extra>")
        .With("marker", PlotlyObject.Of(
            ("color", Palette.At(0)), ("opacity", 1),
            ("size", chart.Nodes.Select(n => GraphSizes.Diameter(chart, n)).ToArray())));

    private static string Hover(GraphChart chart, GraphNode node, int index)
    {
        var lines = chart.Edges.Where(e => e.From == index || e.To == index).Take(12).Select(e =>
            $"{chart.Nodes[e.From].Name} → {chart.Nodes[e.To].Name}"
            + (chart.IsWeighted ? $": {AxisText.Of(e.Value, chart.Unit)}" : ""));
        return string.Join("<br>", lines.Prepend(node.Name).Select(PlotlyObject.Text));
    }
}
