using System.Globalization;
using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Bands between nodes as parts of an ECharts option; nodes go by number, since names repeat.</summary>
internal static class SankeyOption
{
    private const int NameLimit = 30;

    public static IEnumerable<(string Name, JsonNode? Value)> Parts(SankeyChart chart, SvgSize size)
    {
        var last = chart.Nodes.Count == 0 ? 0 : chart.Nodes.Max(n => n.Stage);
        var room = chart.Nodes.Where(n => n.Stage == last)
            .Select(n => SvgSize.WidthOf(Math.Min(NameLimit, n.Name.Length) + 9)).DefaultIfEmpty(0).Max();
        yield return ("series", Json.Array([0], _ => Json.Object(
            ("type", "sankey"), ("left", 12), ("right", room + 16), ("top", size.Top + 4), ("bottom", 16),
            ("nodeWidth", 14), ("nodeGap", 16), ("draggable", false), ("emphasis", Json.Object(("disabled", true))),
            ("lineStyle", Json.Object(("color", "source"), ("opacity", 0.4), ("curveness", 0.5))),
            ("data", Json.Array(chart.Nodes.Index(), n => Node(chart, n.Item, n.Index))),
            ("links", Json.Array(chart.Links, l => Json.Object(
                ("source", Id(l.From)), ("target", Id(l.To)), ("value", Json.Number(l.Value))))))));
    }

    private static JsonObject Node(SankeyChart chart, SankeyNode node, int index)
    {
        var total = chart.Links.Where(l => l.From == index).Sum(l => l.Value);
        if (total == 0)
            total = chart.Links.Where(l => l.To == index).Sum(l => l.Value);
        var label = $"{Labels.Shorten(node.Name, NameLimit)} {AxisText.Of(total, chart.Unit)}";
        return Json.Object(
            ("name", Id(index)), ("depth", node.Stage), ("itemStyle", Json.Object(("color", Palette.At(index)))),
            ("label", Json.Object(
                ("formatter", PieOption.EscapeTemplate(label)), ("color", Palette.Text), ("fontSize", 12))));
    }

    private static string Id(int node) => node.ToString(CultureInfo.InvariantCulture);
}
