using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Cli.Composition;

/// <summary>Charts that cost nothing until one is drawn.</summary>
internal sealed class LazyCharts : IChartRenderer, IDisposable
{
    public Outcome<MimeBundle> Render(KqlTable table, RenderProperties properties) =>
        new Diagnostic("FK0300", "No charts.", default);

    public void Dispose()
    {
    }
}
