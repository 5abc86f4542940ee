using FlowKernel.Charts.Spec;
using Plotly.NET;

namespace FlowKernel.Charts.Plotly;

/// <summary>Bands between nodes as a trace.</summary>
internal static class SankeyTrace
{
    private const int NameLimit = 40;
    private const string BandOpacity = "66";

    public static Trace Of(SankeyChart chart) => new Trace("sankey")
        .With("arrangement", "snap")
        .With("node", PlotlyObject.Of(
            ("label", chart.Nodes.Select(n => PlotlyObject.Text(Labels.Shorten(n.Name, NameLimit))).ToArray()),
            ("color", chart.Nodes.Select((_, i) => Palette.At(i)).ToArray()),
            ("pad", 12), ("thickness", 14), ("hovertemplate", "%{label}<extra></extra>")))
        .With("link", PlotlyObject.Of(
            ("source", chart.Links.Select(l => l.From).ToArray()),
            ("target", chart.Links.Select(l => l.To).ToArray()),
            ("value", chart.Links.Select(l => l.Value).ToArray()),
            ("color", chart.Links.Select(l => Palette.At(l.From) + BandOpacity).ToArray()),
            ("customdata", chart.Links.Select(l => AxisText.Of(l.Value, chart.Unit)).ToArray()),
            ("hovertemplate", "%{source.label} → %{target.label}<br>%{customdata}<extra></extra>")));
}
