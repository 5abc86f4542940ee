using FlowKernel.EndToEnd.Tools;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.EndToEnd;

public sealed class DemoTests
{
    [Fact]
    public async Task TheDemoGoesFromRawFlowLogsToAnExecutedNotebookAndAReport()
    {
        var folder = Directory.CreateTempSubdirectory("flowkernel-demo-").FullName;
        var run = (await Tool.RunAsync("demo", "--out", folder)).Expect(0);
        Assert.Contains("the same as read", run.Output);
        Assert.Contains(Path.Combine(folder, "report.html"), run.Output);
        var text = await File.ReadAllTextAsync(
            Path.Combine(folder, "00-tour.ipynb"), TestContext.Current.CancellationToken);
        var code = NotebookDocument.Parse(text).OrThrow().Cells.Where(c => c.IsCode);
        Assert.All(
            code.Where(c => c.Source.StartsWith("#!flowlogs", StringComparison.Ordinal)),
            c => Assert.NotEmpty(c.Outputs));
        await using var browser = await Chromium.StartAsync();
        await ReportInBrowser.ShowsItsChartsAsync(browser, Path.Combine(folder, "report.html"));
    }
}
