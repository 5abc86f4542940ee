using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Checking;

/// <summary>Draws nothing: a check has no rows to draw.</summary>
internal sealed class NoCharts : IChartRenderer
{
    public static NoCharts Instance { get; } = new();

    public Outcome<MimeBundle> Render(KqlTable table, RenderProperties properties) => MimeBundle.Plain("");
}
