using Apache.Arrow;
using FlowKernel.Arrow;
using FlowKernel.Charts;
using FlowKernel.CSharp;
using FlowKernel.CSharp.Display;
using FlowKernel.CSharp.Errors;
using FlowKernel.CSharp.Kql;
using FlowKernel.Directives;
using FlowKernel.DuckDb.External;
using FlowKernel.Hosting;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Packages;
using FlowKernel.Session;

namespace FlowKernel.Cli.Composition;

/// <summary>Puts a notebook kernel together; Jupyter, <c>run</c> and <c>demo</c> all use this one.</summary>
internal static class NotebookFactory
{
    // What cells see without a using of their own.
    private static readonly string[] Usings =
    [
        "FlowKernel.Arrow", "FlowKernel.Notebook", "FlowKernel.Recipes", "FlowKernel.Results", "FlowKernel.Session",
    ];

    /// <summary>What every notebook's C# cells start with.</summary>
    public static CSharpCellsOptions CellOptions { get; } = new()
    {
        References = [typeof(Flow).Assembly, typeof(ArrowExport).Assembly, typeof(RecordBatch).Assembly],
        Usings = [.. CSharpCellsOptions.DefaultUsings, .. Usings],
        GlobalsType = typeof(NotebookGlobals),
    };

    /// <summary>A kernel whose queries may read files of these places; null for those that the environment allows.</summary>
    public static NotebookHandle Create(DataPlaces? allowed = null)
    {
        var workbench = new Workbench(allowed);
        var display = new ResultDisplay(workbench.Charts);
        var globals = new NotebookGlobals(new Flow(workbench.Session, display), Shown);
        var cells = new CSharpCells(CellOptions with
        {
            Globals = globals,
            Kql = new SessionKql(workbench.Session),
            Packages = new PackageSession(Directory.GetCurrentDirectory(), CellOptions.References),
        });
        var notebook = new FlowNotebook(new NotebookParts
        {
            Session = workbench.Session,
            CSharp = cells,
            Display = display,
            ShowValue = (value, cancellation) => cells.ShowAsync(value, Shown, cancellation),
            Directives = new DirectiveLanguage(NamesOf(workbench.Session, cells)),
            Places = workbench.Places,
            LocalSupport = workbench.Support,
            Explain = CellStackTrace.Fault,
            Reports = workbench.Reports,
            NotebookFile = () => Environment.GetEnvironmentVariable("JPY_SESSION_NAME"),
        });
        return new NotebookHandle(notebook, workbench, cells);

        MimeBundle Shown(object? value) => PlotlyNetChart.Show(value, workbench.Charts) ?? ValueDisplay.Of(value);
    }

    private static DirectiveNames NamesOf(FlowSession session, CSharpCells cells) => new()
    {
        Connections = () => session.ConnectionNames,
        Variables = () => cells.Variables,
        Tables = () => session.Current?.Schema.Tables.Select(t => t.Name) ?? [],
    };
}
