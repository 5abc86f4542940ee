using System.Text.Json.Nodes;
using FlowKernel.Charts.Spec;

namespace FlowKernel.Charts.Svg;

/// <summary>The grids and axes of a chart whose values have axes of their own (the property <c>ysplit</c>).</summary>
internal static class SplitGrids
{
    private const int AxisWidth = 64;
    private const int PanelGap = 26;

    /// <summary>Grid, x axis and y axis; panels have one of each.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="size">The picture's measures.</param>
    /// <param name="whole">The grid that the chart would have without a split.</param>
    public static IEnumerable<(string Name, JsonNode? Value)> Of(XyChart chart, SvgSize size, JsonObject whole) =>
        chart.Split == YSplit.Axes ? Axes(chart, size, whole) : Panels(chart, size, whole);

    private static IEnumerable<(string Name, JsonNode? Value)> Axes(XyChart chart, SvgSize size, JsonObject whole)
    {
        whole["right"] = (int)whole["right"]! + (AxisWidth * Math.Max(0, chart.YAxes.Count - 2));
        return
        [
            ("grid", whole),
            ("xAxis", EChartsAxis.Of(chart.X, chart, size)),
            ("yAxis", Json.Array(chart.YAxes.Index(), a => Beside(EChartsAxis.Of(a.Item, chart, size), a.Index))),
        ];
    }

    /// <summary>The first axis at the left, the others at the right, one after the other.</summary>
    private static JsonObject Beside(JsonObject axis, int index)
    {
        axis["position"] = index == 0 ? "left" : "right";
        axis["offset"] = AxisWidth * Math.Max(0, index - 1);
        axis["splitLine"]!["show"] = index == 0;
        if (axis["nameTextStyle"] is { } style)
            (style["color"], style["align"]) = (Palette.At(index), index == 0 ? "left" : "right");
        return axis;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Panels(XyChart chart, SvgSize size, JsonObject whole)
    {
        var count = chart.YAxes.Count;
        var (top, bottom) = ((int)whole["top"]!, (int)whole["bottom"]!);
        var height = (size.Height - top - bottom - (PanelGap * (count - 1))) / count;
        return
        [
            ("grid", Json.Array(Enumerable.Range(0, count), i => Panel(whole, top + (i * (height + PanelGap)), height))),
            ("xAxis", Json.Array(Enumerable.Range(0, count), i => In(Below(chart, size, isLast: i == count - 1), i))),
            ("yAxis", Json.Array(chart.YAxes.Index(), a => In(EChartsAxis.Of(a.Item, chart, size), a.Index))),
        ];
    }

    /// <summary>The x axis of a panel; the lowest alone bears its name.</summary>
    private static JsonObject Below(XyChart chart, SvgSize size, bool isLast)
    {
        var axis = EChartsAxis.Of(chart.X, chart, size);
        if (!isLast)
            axis.Remove("name");
        return axis;
    }

    private static JsonObject Panel(JsonObject whole, int top, int height)
    {
        var grid = (JsonObject)whole.DeepClone();
        grid.Remove("bottom");
        (grid["top"], grid["height"]) = (top, height);
        return grid;
    }

    private static JsonObject In(JsonObject axis, int grid)
    {
        axis["gridIndex"] = grid;
        return axis;
    }
}
