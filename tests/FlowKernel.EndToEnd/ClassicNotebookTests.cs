using FlowKernel.EndToEnd.Charts;
using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

/// <summary>What a person sees in classic Notebook.</summary>
public sealed class ClassicNotebookTests
{
    private static readonly string[] Cells =
    [
        "#!flowlogs connect sample",
        "#!flowlogs\nNTANetAnalytics\n| summarize TotalBytes = sum(BytesSrcToDest) by FlowType, bin(TimeGenerated, 7d)"
            + "\n| render columnchart",
        "#!flowlogs\ndatatable(Name: string, Number: long) [\"one\", 1, \"<img src=x onerror=alert(1)>\", 12345, \"$x^2$ or $y$\", 3]",
        "#!flowlogs\nNTANetAnalytics\n| where DestIpp == \"10.1.1.8\"",
        "1 + 1",
    ];

    [Fact]
    public async Task AChartHasBarsATableHasItsNumbersAndAnErrorStandsUnderItsCell()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        await using var server = await NotebookServer.StartAsync(jupyter);
        await using var browser = await Chromium.StartAsync();
        var page = await ClassicPage.RunAsync(server, browser, "seen.ipynb", Cells);

        var cells = ClassicPage.Cells(page);
        Assert.True(
            await ChartPicture.PixelsOfTheFirstSeriesAsync(cells.Nth(1).Locator(".output img")) > 1000,
            "The chart has no bars.");
        var table = cells.Nth(2).Locator(".output table");
        Assert.Contains("12345", await table.InnerTextAsync());
        Assert.Contains("<img src=x onerror=alert(1)>", await table.InnerTextAsync());
        Assert.Contains("$x^2$ or $y$", await table.InnerTextAsync());
        Assert.Equal(0, await table.Locator("img, script, .MathJax").CountAsync());
        var error = await cells.Nth(3).Locator(".output_error").InnerTextAsync();
        Assert.Contains("KS142", error);
        Assert.Contains("3 | | where DestIpp == \"10.1.1.8\"", error);
        Assert.Contains("Did you mean", error);
    }

    [Fact]
    public async Task AQuestionOpensThePagerAndLeavesNothingBelowTheCell()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        await using var server = await NotebookServer.StartAsync(jupyter);
        await using var browser = await Chromium.StartAsync();
        var page = await ClassicPage.RunAsync(server, browser, "asked.ipynb", "#!flowlogs connect sample", "?has_any");

        var pager = page.Locator("#pager-contents");
        await pager.Locator(".fk-help").WaitForAsync();
        Assert.Contains("KQL operator has_any", await pager.InnerTextAsync());
        Assert.Equal("", (await ClassicPage.Cells(page).Nth(1).Locator(".output").InnerTextAsync()).Trim());
    }

    [Fact]
    public async Task CompletionOffersColumnsInAKqlCell()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var end = await jupyter.RunScriptAsync("complete.py", "#!flowlogs\nNTANetAnalytics | where SrcLoadB");
        Assert.Contains("SrcLoadBalancer", end.Output);
    }
}
