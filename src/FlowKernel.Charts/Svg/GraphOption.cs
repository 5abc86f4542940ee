using System.Globalization;
using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Nodes and connections as parts of an ECharts option; nodes go by number.</summary>
internal static class GraphOption
{
    private const int NameLimit = 28;

    public static IEnumerable<(string Name, JsonNode? Value)> Parts(GraphChart chart, SvgSize size)
    {
        var greatest = chart.Edges.Count == 0 ? 1 : chart.Edges.Max(e => e.Value);
        yield return ("series", Json.Array([0], _ => Json.Object(
            ("type", "graph"), ("layout", "none"), ("left", 90), ("right", 150), ("top", size.Top + 24), ("bottom", 36),
            ("roam", false), ("edgeSymbol", Json.Array(["none", "arrow"], s => s)), ("edgeSymbolSize", 7),
            ("emphasis", Json.Object(("disabled", true))),
            ("data", Json.Array(chart.Nodes.Index(), n => Node(chart, n.Item, n.Index, size))),
            ("links", Json.Array(chart.Edges, e => Json.Object(
                ("source", Id(e.From)), ("target", Id(e.To)),
                ("lineStyle", Json.Object(
                    ("color", "#8a8a8a"), ("opacity", 0.6), ("curveness", 0.08),
                    ("width", 1 + (chart.IsWeighted ? 5 * Math.Sqrt(e.Value / Math.Max(greatest, 1e-9)) : 0))))))))));
    }

    private static JsonObject Node(GraphChart chart, GraphNode node, int index, SvgSize size) => Json.Object(
        ("name", Id(index)), ("x", node.X * size.Width), ("y", node.Y * (size.Height - size.Top)),
        ("symbolSize", GraphSizes.Diameter(chart, node)),
        ("itemStyle", Json.Object(("color", Palette.At(0)), ("borderColor", Palette.Background), ("borderWidth", 1))),
        ("label", Json.Object(
            ("show", true), ("position", "right"), ("fontSize", 11), ("color", Palette.Text),
            ("textBorderColor", Palette.Background), ("textBorderWidth", 3),
            ("formatter", PieOption.EscapeTemplate(Labels.Shorten(node.Name, NameLimit))))));

    private static string Id(int node) => node.ToString(CultureInfo.InvariantCulture);
}
