using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>A pie as parts of an ECharts option; labels hold name, value and share.</summary>
internal static class PieOption
{
    public static IEnumerable<(string Name, JsonNode? Value)> Parts(PieChart chart, SvgSize size)
    {
        var names = Labels.ShortenAll(chart.Slices.Select(s => s.Name), SvgSize.LegendLimit);
        if (EChartsOption.Legend(chart, size, names) is { } legend)
            yield return ("legend", legend);
        var room = size.Width - size.LegendWidth;
        var radius = Math.Min(room - 260, size.Height - size.Top - 90) / 2;
        yield return ("series", Json.Array([0], _ => Json.Object(
            ("type", "pie"), ("radius", radius), ("startAngle", 90), ("clockwise", true),
            ("center", Json.Array([room / 2, size.Top + ((size.Height - size.Top) / 2)], n => n)),
            ("emphasis", Json.Object(("disabled", true))), ("stillShowZeroSum", false),
            ("itemStyle", Json.Object(("borderColor", Palette.Background), ("borderWidth", 1))),
            ("minShowLabelAngle", 9),
            ("labelLine", Json.Object(("length", 16), ("length2", 6))),
            ("data", Json.Array(chart.Slices.Index(), s => Slice(chart, s.Item, s.Index, names[s.Index]))))));
    }

    private static JsonObject Slice(PieChart chart, Slice slice, int index, string name)
    {
        var total = chart.Slices.Sum(s => s.Value);
        var share = total > 0 ? AxisText.Of(100 * slice.Value / total, AxisUnit.Percent) : "";
        var value = AxisText.Of(slice.Value, chart.Unit);
        var label = chart.ShowLegend ? $"{value}\n{share}" : $"{name}\n{value}, {share}";
        return Json.Object(
            ("name", name), ("value", Json.Number(slice.Value)),
            ("itemStyle", Json.Object(("color", Palette.At(index, slice.IsOther)))),
            ("label", Json.Object(
                ("formatter", EscapeTemplate(label)), ("color", Palette.Text), ("fontSize", 11), ("lineHeight", 13))));
    }

    /// <summary>Keeps names from being read as ECharts' <c>{b}</c> placeholders.</summary>
    public static string EscapeTemplate(string text) => text.Replace("{", "{\u200B", StringComparison.Ordinal);
}
