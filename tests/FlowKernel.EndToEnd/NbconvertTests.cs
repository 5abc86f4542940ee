using FlowKernel.EndToEnd.Tools;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.EndToEnd;

/// <summary>What nbconvert makes of an executed notebook.</summary>
public sealed class NbconvertTests
{
    [Fact]
    public async Task AnExecutedNotebookBecomesAPageWithItsChartAsAPicture()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var notebook = NotebookDocument.Create([
            NotebookCell.Create("code", "#!flowlogs connect sample"),
            NotebookCell.Create("code", "#!flowlogs recipe vm-peer-over-time"),
            NotebookCell.Create("code", "(await Flow.Query(\"NTANetAnalytics | count\"))[0][\"Count\"]"),
        ]);
        var file = Path.Combine(jupyter.Folder, "converted.ipynb");
        await File.WriteAllTextAsync(file, notebook.ToString(), TestContext.Current.CancellationToken);
        (await jupyter.RunProgramAsync(
            "jupyter-nbconvert", "--execute", "--to", "html", "--ExecutePreprocessor.timeout=120", file)).Expect(0);
        var page = await File.ReadAllTextAsync(
            Path.ChangeExtension(file, ".html"), TestContext.Current.CancellationToken);
        Assert.Contains("<svg", page);
        Assert.DoesNotContain("Plotly.newPlot", page);
    }
}
