using System.Globalization;
using System.Reflection;
using FlowKernel.Charts;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Report;
using FlowKernel.Notebook.Documents;
using FlowKernel.Notebook.Kernel;

namespace FlowKernel.Cli.Notebooks;

/// <summary>The HTML report of an executed notebook, with where its data came from.</summary>
internal static class NotebookReport
{
    public static string Write(NotebookDocument document, string name, NotebookHandle handle)
    {
        var session = handle.Workbench.Session;
        var provenance = new List<string> { $"{name}, run by FlowKernel {Version} on {Now()} UTC." };
        if (session.Current is { } connection)
            provenance.Add(ConnectionNote.Text(connection));
        return ReportPage.Write(document, name, provenance, () => PlotlyScript.Text);
    }

    private static string Version =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion.Split('+')[0] ?? "";

    private static string Now() =>
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
