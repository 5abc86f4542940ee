using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>What all figures share: title, notes, fonts, colours, margins, legend.</summary>
internal static class PlotlyLayout
{
    private const int LegendLimit = 36;
    private const int TitleLimit = 90;

    public static Layout Of(ChartSpec spec)
    {
        var top = 24 + (spec.Title.Length > 0 ? 28 : 0) + (18 * spec.Notes.Count);
        return new Layout()
            .With("title", spec.Title.Length == 0 ? null : Title(spec.Title))
            .With("annotations", spec.Notes.Count == 0 ? null : Notes(spec))
            .With("height", ChartHeight.Of(spec) + 30)
            .With("autosize", true)
            .With("margin", PlotlyObject.Of(("l", 50), ("r", 20), ("t", top), ("b", 40)))
            .With("font", PlotlyObject.Of(("family", "sans-serif"), ("size", 12), ("color", Palette.Text)))
            .With("paper_bgcolor", Palette.Background)
            .With("plot_bgcolor", Palette.Background)
            .With("showlegend", spec.ShowLegend)
            .With("legend", PlotlyObject.Of(("traceorder", "normal")))
            .With("hovermode", "closest");
    }

    /// <summary>Names as the legend shows them, all different.</summary>
    public static string[] LegendNames(IEnumerable<string> names) =>
        Array.ConvertAll(Labels.ShortenAll(names, LegendLimit), PlotlyObject.Text);

    /// <summary>The notes as annotations over the drawing; none where there are none.</summary>
    public static DynamicObj.DynamicObj[] Notes(ChartSpec spec) => spec.Notes.Count == 0 ? [] : [Note(spec.Notes)];

    private static DynamicObj.DynamicObj Title(string title) => PlotlyObject.Of(
        ("text", PlotlyObject.Text(Labels.Shorten(title, TitleLimit))), ("x", 0.01), ("xanchor", "left"), ("y", 0.97), ("yanchor", "top"),
        ("font", PlotlyObject.Of(("size", 16))));

    private static DynamicObj.DynamicObj Note(IReadOnlyList<string> notes) => PlotlyObject.Of(
        ("text", string.Join("<br>", notes.Select(PlotlyObject.Text))), ("showarrow", false), ("align", "left"),
        ("xref", "paper"), ("x", 0), ("xanchor", "left"), ("yref", "paper"), ("y", 1), ("yanchor", "bottom"),
        ("font", PlotlyObject.Of(("size", 11), ("color", Palette.QuietText))));
}
