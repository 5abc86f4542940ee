using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>Stretches of time as parts of an ECharts option.</summary>
internal static class LadderOption
{
    private const int NameLimit = 36;

    public static IEnumerable<(string Name, JsonNode? Value)> Parts(LadderChart chart, SvgSize size)
    {
        yield return ("grid", Json.Object(
            ("left", 16), ("right", 24), ("top", size.Top + 6), ("bottom", 34), ("containLabel", true)));
        yield return ("xAxis", Time(chart.TimeTitle));
        yield return ("yAxis", Json.Object(
            ("type", "category"), ("inverse", true), ("axisTick", Json.Object(("show", false))),
            ("axisLabel", Json.Object(("color", Palette.Text), ("interval", 0))),
            ("data", Json.Array(chart.Spans, s => Labels.Shorten(s.Name, NameLimit)))));
        yield return ("series", Json.Array([0], _ => Json.Object(
            ("type", "custom"), ("renderItem", "@span"), ("itemStyle", Json.Object(("color", Palette.At(0)))),
            ("encode", Json.Object(("x", Json.Array([0, 1], n => n)), ("y", 2))),
            ("data", Json.Array(chart.Spans.Index(), s => new JsonArray(
                Json.Number(s.Item.Start), Json.Number(s.Item.End), s.Index))))));
    }

    private static JsonObject Time(string title)
    {
        var axis = Json.Object(
            ("type", "time"),
            ("splitLine", Json.Object(("show", true), ("lineStyle", Json.Object(("color", Palette.Grid))))),
            ("axisLabel", Json.Object(
                ("color", Palette.Text), ("hideOverlap", true), ("formatter", EChartsAxis.TimeFormat()))));
        EChartsAxis.NameBelow(axis, title, CategoryFit.Line);
        return axis;
    }
}
