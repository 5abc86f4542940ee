using FlowKernel.Diagnostics;
using FlowKernel.Directives;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Notebook.Kernel.Errors;
using Microsoft.ClearScript;

namespace FlowKernel.Hosting;

/// <summary>The parts of a notebook that is the guest of another host: C# runs in that host, all else here.</summary>
public static class GuestNotebook
{
    /// <summary>Puts the parts together; the second value closes them.</summary>
    /// <param name="variables">The values that the host shares.</param>
    /// <param name="nativeFolders">Where native libraries lie, besides beside their assemblies.</param>
    public static (NotebookParts Parts, IAsyncDisposable Owner) Compose(
        ICSharpCells variables, IReadOnlyList<string> nativeFolders)
    {
        if (nativeFolders.Count > 0)
            HostSettings.AuxiliarySearchPath = string.Join(';', nativeFolders);
        var workbench = new Workbench();
        var session = workbench.Session;
        var parts = new NotebookParts
        {
            Session = session,
            CSharp = variables,
            Display = new ResultDisplay(workbench.Charts),
            ShowValue = (value, _) => Task.FromResult((value as IDisplayable)?.ToMimeBundle()),
            Directives = new DirectiveLanguage(new DirectiveNames
            {
                Connections = () => session.ConnectionNames,
                Variables = () => variables.Variables,
                Tables = () => session.Current?.Schema.Tables.Select(t => t.Name) ?? [],
            }),
            Places = workbench.Places,
            LocalSupport = workbench.Support,
            Reports = workbench.Reports,
            UnseenCells = "FlowKernel does not see text cells, nor the C# cells that its host runs",
            Explain = e => new CellFault(null, [], IsOurs: e is not (IOException or DiagnosticException)),
        };
        return (parts, workbench);
    }
}
