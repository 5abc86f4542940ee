using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Nested rectangles as parts of an ECharts option.</summary>
internal static class TreemapOption
{
    public static IEnumerable<(string Name, JsonNode? Value)> Parts(TreemapChart chart, SvgSize size)
    {
        yield return ("series", Json.Array([0], _ => Json.Object(
            ("type", "treemap"), ("left", 12), ("right", 12), ("top", size.Top), ("bottom", 12),
            ("roam", false), ("nodeClick", false), ("breadcrumb", Json.Object(("show", false))),
            ("emphasis", Json.Object(("disabled", true))),
            ("label", Json.Object(("fontSize", 12), ("overflow", "truncate"))),
            ("upperLabel", Json.Object(("show", true), ("height", 20), ("fontSize", 12))),
            ("levels", Levels()),
            ("data", Json.Array(chart.Roots.Index(), r => Node(r.Item, chart.Unit, Palette.At(r.Index)))))));
    }

    /// <summary>The outermost level is the whole, which has no heading of its own.</summary>
    private static JsonArray Levels() =>
    [
        Json.Object(
            ("upperLabel", Json.Object(("show", false))),
            ("itemStyle", Json.Object(("borderWidth", 0), ("gapWidth", 2)))),
    ];

    private static JsonObject Node(TreeNode node, AxisUnit unit, string colour)
    {
        var isLeaf = node.Children.Count == 0;
        var (name, value) = (Labels.Shorten(node.Name, 40), AxisText.Of(node.Value, unit));
        return Json.Object(
            ("name", $"{name}\n{value}"),
            ("value", Json.Number(node.Value)),
            ("itemStyle", Json.Object(
                ("color", colour), ("borderColor", isLeaf ? Palette.Background : colour),
                ("borderWidth", isLeaf ? 1 : 2))),
            ("label", Json.Object(("color", Palette.TextOn(colour)))),
            ("children", isLeaf ? null : Json.Array(node.Children, c => Node(c, unit, colour))),
            ("upperLabel", isLeaf ? null : Json.Object(
                ("color", Palette.TextOn(colour)), ("formatter", PieOption.EscapeTemplate($"{name}: {value}")))));
    }
}
