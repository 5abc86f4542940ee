using FlowKernel.Notebook.Formatting;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>A chart of a result, drawn when it is shown.</summary>
[TypeFormatterSource(
    typeof(ChartFormatterSource), PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Png, MimeTypes.Plain])]
public sealed class FlowChart : IDisplayable
{
    private readonly ResultDisplay _display;
    private readonly QueryResult _result;

    internal FlowChart(ResultDisplay display, QueryResult result, RenderProperties properties)
    {
        _display = display;
        _result = result;
        Properties = properties;
    }

    /// <summary>What is drawn, and how.</summary>
    public RenderProperties Properties { get; }

    /// <summary>The same chart with other properties.</summary>
    public FlowChart With(Func<RenderProperties, RenderProperties> change) =>
        new(_display, _result, change(Properties));

    /// <inheritdoc/>
    /// <exception cref="Diagnostics.DiagnosticException">
    /// It cannot be drawn: the result has no such column, or one that does not fit the kind.
    /// </exception>
    public MimeBundle ToMimeBundle() => _display.ShowChart(_result with { Render = Properties });
}
