using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Stretches of time as bars that begin at their start; the axes go into the layout.</summary>
internal static class LadderTrace
{
    private const int NameLimit = 40;

    public static Trace Of(LadderChart chart, Layout layout)
    {
        layout.With("xaxis", PlotlyObject.Of(
                ("type", "date"), ("gridcolor", Palette.Grid), ("automargin", true),
                ("title", PlotlyAxis.Title(chart.TimeTitle))))
            .With("yaxis", PlotlyObject.Of(
                ("type", "linear"), ("autorange", "reversed"), ("automargin", true), ("zeroline", false),
                ("showgrid", false), ("tickmode", "array"),
                ("tickvals", Enumerable.Range(0, chart.Spans.Count).ToArray()),
                ("ticktext", chart.Spans.Select(s => PlotlyObject.Text(Labels.Shorten(s.Name, NameLimit))).ToArray())));
        return new Trace("bar")
            .With("orientation", "h")
            .With("base", chart.Spans.Select(s => PlotlyAxis.Date(s.Start)).ToArray())
            .With("x", chart.Spans.Select(s => s.End - s.Start).ToArray())
            .With("y", Enumerable.Range(0, chart.Spans.Count).ToArray())
            .With("customdata", chart.Spans.Select(s => PlotlyObject.Text(LadderText.Of(s))).ToArray())
            .With("hovertemplate", "%{customdata}<extra></extra>")
            .With("marker", PlotlyObject.Of(
                ("color", Palette.At(0)),
                // plotly.js draws nothing for an instant that has no outline.
                ("line", PlotlyObject.Of(("color", Palette.At(0)), ("width", 1)))));
    }
}
