using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>A pie as a trace; its slices come sorted.</summary>
internal static class PieTrace
{
    public static Trace Of(PieChart chart) => new Trace("pie")
        .With("labels", PlotlyLayout.LegendNames(chart.Slices.Select(s => s.Name)))
        .With("values", chart.Slices.Select(s => s.Value).ToArray())
        .With("customdata", chart.Slices.Select(Hover(chart)).ToArray())
        .With("hovertemplate", "%{customdata} (%{percent})<extra></extra>")
        .With("textinfo", "percent")
        .With("textposition", "inside")
        .With("sort", false)
        .With("direction", "clockwise")
        .With("marker", PlotlyObject.Of(
            ("colors", chart.Slices.Select((s, i) => Palette.At(i, s.IsOther)).ToArray()),
            ("line", PlotlyObject.Of(("color", Palette.Background), ("width", 1)))));

    private static Func<Slice, string> Hover(PieChart chart) =>
        slice => PlotlyObject.Text($"{slice.Name}: {AxisText.Of(slice.Value, chart.Unit)}");
}
