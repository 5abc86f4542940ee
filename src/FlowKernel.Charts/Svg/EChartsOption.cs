using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>
/// Makes the option that ECharts draws (https://echarts.apache.org/en/option.html). The background is white, for a
/// picture that may end up on a dark page and has dark text.
/// </summary>
internal static class EChartsOption
{
    public static JsonObject Of(ChartSpec spec, SvgSize size)
    {
        var option = Json.Object(
            ("animation", false),
            ("useUTC", true),
            ("backgroundColor", Palette.Background),
            ("textStyle", Json.Object(("fontFamily", "sans-serif"), ("color", Palette.Text))),
            ("title", Titles(spec)));
        foreach (var (name, value) in Parts(spec, size))
            option[name] = value;
        return option;
    }

    /// <summary>A legend at the right, in the order of <paramref name="names"/>; null when none is wanted.</summary>
    public static JsonObject? Legend(ChartSpec spec, SvgSize size, IEnumerable<string> names) => !spec.ShowLegend
        ? null
        : Json.Object(
            ("orient", "vertical"), ("left", size.Width - size.LegendWidth), ("top", size.Top), ("itemWidth", 12),
            ("itemHeight", 12), ("itemGap", SvgSize.LegendLine - 14), ("padding", 0), ("icon", "rect"),
            ("textStyle", Json.Object(("fontSize", 12), ("color", Palette.Text))),
            ("data", Json.Array(names, n => n)));

    private static IEnumerable<(string Name, JsonNode? Value)> Parts(ChartSpec spec, SvgSize size) => spec switch
    {
        XyChart xy => XyOption.Parts(xy, size),
        PieChart pie => PieOption.Parts(pie, size),
        CardChart card => CardOption.Parts(card, size),
        TreemapChart tree => TreemapOption.Parts(tree, size),
        SankeyChart sankey => SankeyOption.Parts(sankey, size),
        MatrixChart matrix => MatrixOption.Parts(matrix, size),
        GraphChart graph => GraphOption.Parts(graph, size),
        MapChart map => MapOption.Parts(map, size),
        LadderChart ladder => LadderOption.Parts(ladder, size),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Kind, "No picture for this chart."),
    };

    private static JsonArray Titles(ChartSpec spec)
    {
        var titles = new JsonArray();
        var top = 10;
        if (spec.Title.Length > 0)
        {
            titles.Add((JsonNode)Title(Labels.Shorten(spec.Title, 90), top, 16, Palette.Text));
            top += 26;
        }

        foreach (var note in spec.Notes)
        {
            titles.Add((JsonNode)Title(note, top, 11, Palette.QuietText));
            top += 16;
        }

        return titles;
    }

    private static JsonObject Title(string text, int top, int size, string colour) => Json.Object(
        ("text", text), ("left", 12), ("top", top), ("padding", 0),
        ("textStyle", Json.Object(
            ("fontSize", size), ("fontWeight", size > 12 ? "bold" : "normal"), ("color", colour))));
}
