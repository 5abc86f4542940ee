using System.Globalization;
using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Nodes and connections as parts of an ECharts option; nodes go by number.</summary>
internal static class GraphOption
{
    private const int NameLimit = 28;

    /// <summary>How many nodes keep their names also where these meet.</summary>
    private const int NamesUpTo = 40;

    private const int Left = 60;
    private const int Right = 200;
    private const int Above = 24;
    private const int Below = 36;

    public static IEnumerable<(string Name, JsonNode? Value)> Parts(GraphChart chart, SvgSize size)
    {
        var greatest = chart.Edges.Count == 0 ? 1 : chart.Edges.Max(e => e.Value);
        yield return ("series", Json.Array([0], _ => Json.Object(
            ("type", "graph"), ("layout", "none"), ("left", Left), ("right", Right), ("top", size.Top + Above), ("bottom", Below),
            ("roam", false), ("labelLayout", Json.Object(("hideOverlap", chart.Nodes.Count > NamesUpTo))),
            ("edgeSymbol", Json.Array(["none", "arrow"], s => s)), ("edgeSymbolSize", 7),
            ("emphasis", Json.Object(("disabled", true))),
            ("data", new JsonArray([.. Nodes(chart, size), Corner("a", 0, 0, size), Corner("b", 1, 1, size)])),
            ("links", Json.Array(chart.Edges, e => Json.Object(
                ("source", Id(e.From)), ("target", Id(e.To)),
                ("lineStyle", Json.Object(
                    ("color", "#8a8a8a"), ("opacity", 0.6), ("curveness", 0.08),
                    ("width", 1 + (chart.IsWeighted ? 5 * Math.Sqrt(e.Value / Math.Max(greatest, 1e-9)) : 0))))))))));
    }

    private static IEnumerable<JsonNode> Nodes(GraphChart chart, SvgSize size) =>
        chart.Nodes.Select((node, i) => Node(chart, node, i, size));

    // ECharts stretches what it draws, nodes with it, to fill its place: two corners keep it at its own size.
    private static JsonObject Corner(string name, double x, double y, SvgSize size) => Json.Object(
        ("name", name), ("x", Across(x, size)), ("y", Down(y, size)), ("symbolSize", 0), ("label", Json.Object(("show", false))));

    private static double Across(double x, SvgSize size) => x * (size.Width - Left - Right);

    private static double Down(double y, SvgSize size) => y * (size.Height - size.Top - Above - Below);

    private static JsonObject Node(GraphChart chart, GraphNode node, int index, SvgSize size) => Json.Object(
        ("name", Id(index)), ("x", Across(node.X, size)), ("y", Down(node.Y, size)),
        ("symbolSize", GraphSizes.Diameter(chart, node)),
        ("itemStyle", Json.Object(("color", Palette.At(0)), ("borderColor", Palette.Background), ("borderWidth", 1))),
        ("label", Json.Object(
            ("show", true), ("position", "right"), ("fontSize", 11), ("color", Palette.Text),
            ("textBorderColor", Palette.Background), ("textBorderWidth", 3),
            ("formatter", PieOption.EscapeTemplate(Labels.Shorten(node.Name, NameLimit))))));

    private static string Id(int node) => node.ToString(CultureInfo.InvariantCulture);
}
