using FlowKernel.EndToEnd.Tools;
using Microsoft.Playwright;

namespace FlowKernel.EndToEnd;

/// <summary>Opens a report from disk and looks at its charts.</summary>
internal static class ReportInBrowser
{
    public static async Task ShowsItsChartsAsync(Chromium browser, string report)
    {
        var outside = new List<string>();
        var problems = new List<string>();
        var page = await browser.PageAsync(outside);
        page.PageError += (_, error) => problems.Add(error);
        await page.GotoAsync(new Uri(report).AbsoluteUri);
        var charts = page.Locator("figure.chart");
        var count = await charts.CountAsync();
        for (var i = 0; i < count; i++)
            await ShowsMarksAsync(charts.Nth(i));
        Assert.Empty(outside);
        Assert.Empty(problems);
    }

    private static async Task ShowsMarksAsync(ILocator chart)
    {
        await chart.Locator(".live .main-svg").First.WaitForAsync(new LocatorWaitForOptions { Timeout = 30_000 });
        var marks = chart.Locator(".live .barlayer path, .live .pielayer path, .live .scatterlayer path");
        Assert.True(await marks.CountAsync() > 0, "A chart has no bars, slices or lines.");
        Assert.True(await chart.Locator(".still").IsHiddenAsync(), "The picture stays beside the interactive chart.");
    }
}
