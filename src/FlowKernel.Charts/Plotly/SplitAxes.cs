using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Axes of their own for the values of a chart (the property <c>ysplit</c>).</summary>
internal static class SplitAxes
{
    private const double AxisShare = 0.08;
    private const double PanelGap = 0.06;

    /// <summary>What a trace calls the axis of a value.</summary>
    public static string Id(int measure) => measure == 0 ? "y" : $"y{measure + 1}";

    /// <summary>Adds the axes behind the first to the layout, and makes room for them.</summary>
    public static void Add(XyChart chart, Layout layout)
    {
        for (var i = 0; i < chart.YAxes.Count; i++)
        {
            var axis = PlotlyAxis.Of(chart.YAxes[i], chart, reversed: false);
            layout.With(i == 0 ? "yaxis" : $"yaxis{i + 1}", chart.Split == YSplit.Panels
                ? axis.With("domain", Panel(i, chart.YAxes.Count))
                : Beside(axis, i, chart.YAxes.Count));
        }

        if (chart.Split == YSplit.Axes)
            layout.With("legend", PlotlyObject.Of(("traceorder", "normal"), ("x", 1.1)));
        var x = PlotlyAxis.Of(chart.X, chart, reversed: false);
        layout.With("xaxis", chart.Split == YSplit.Panels
            ? x.With("anchor", Id(chart.YAxes.Count - 1))
            : x.With("domain", new[] { 0, 1 - (AxisShare * Math.Max(0, chart.YAxes.Count - 2)) }));
    }

    private static double[] Panel(int index, int count)
    {
        var height = (1 - (PanelGap * (count - 1))) / count;
        var top = 1 - (index * (height + PanelGap));
        return [Math.Max(0, top - height), top];
    }

    private static DynamicObj.DynamicObj Beside(DynamicObj.DynamicObj axis, int index, int count)
    {
        if (index == 0)
            return axis;
        axis.With("overlaying", "y").With("side", "right").With("showgrid", false);
        return index == 1 && count == 2
            ? axis
            : axis.With("anchor", "free").With("position", 1 - (AxisShare * (count - 1 - index)));
    }
}
