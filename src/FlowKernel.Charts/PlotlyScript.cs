using FlowKernel.Charts.Resources;

namespace FlowKernel.Charts;

/// <summary>The plotly.js library that this assembly carries, for HTML files that open offline.</summary>
public static class PlotlyScript
{
    private static readonly Lazy<string> Cached = new(() => EmbeddedText.Read("plotly.min.js"));

    /// <summary>
    /// The minified script, about 4.6 MB; it defines the global <c>Plotly</c>. It holds no <c>&lt;/script</c>, so it
    /// can stand in a script element as it is.
    /// </summary>
    public static string Text => Cached.Value;
}
