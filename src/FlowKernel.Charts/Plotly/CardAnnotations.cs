using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Cards as annotations on an empty figure.</summary>
internal static class CardAnnotations
{
    /// <summary>Adds the texts to the layout; the one trace is empty, since viewers expect one.</summary>
    public static List<Trace> Of(CardChart chart, Layout layout)
    {
        var grid = new CardGrid(chart.Values.Count);
        var texts = chart.Values.SelectMany((value, i) => Texts(value, grid.At(i), grid));
        layout.With("annotations", PlotlyLayout.Notes(chart).Concat(texts).ToArray())
            .With("xaxis", PlotlyObject.Of(("visible", false)))
            .With("yaxis", PlotlyObject.Of(("visible", false)));
        return [new Trace("scatter").With("x", Array.Empty<double>()).With("y", Array.Empty<double>())];
    }

    private static DynamicObj.DynamicObj[] Texts(CardValue value, (double X, double Y) place, CardGrid grid) =>
    [
        Text(value.Text, place.X, place.Y, grid.SizeFor(value.Text), Palette.At(0), "bottom"),
        Text(value.Name, place.X, place.Y, 13, Palette.QuietText, "top"),
    ];

    private static DynamicObj.DynamicObj Text(
        string text, double x, double y, int size, string colour, string anchor) => PlotlyObject.Of(
        ("text", PlotlyObject.Text(Labels.Shorten(text, 48))), ("showarrow", false), ("xref", "paper"),
        ("x", x), ("xanchor", "center"), ("yref", "paper"), ("y", 1 - y), ("yanchor", anchor),
        ("font", PlotlyObject.Of(("size", size), ("color", colour))));
}
