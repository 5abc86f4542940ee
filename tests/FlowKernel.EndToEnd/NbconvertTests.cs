using FlowKernel.EndToEnd.Charts;
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
        await using var browser = await Chromium.StartAsync();
        var page = await browser.PageAsync();
        await page.GotoAsync(new Uri(Path.ChangeExtension(file, ".html")).AbsoluteUri);
        Assert.True(await ChartPicture.PixelsOfTheFirstSeriesAsync(page.Locator(".jp-OutputArea img")) > 1000, "The chart has no bars.");
        Assert.Equal("141696", (await page.Locator(".jp-OutputArea pre").Last.InnerTextAsync()).Trim());
    }
}
