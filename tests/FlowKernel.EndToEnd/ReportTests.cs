using System.Text.RegularExpressions;
using FlowKernel.EndToEnd.Tools;
using FlowKernel.Notebook.Documents;
using Microsoft.Playwright;

namespace FlowKernel.EndToEnd;

/// <summary>What a reader does with a report that was sent to them: opens it from disk, offline.</summary>
public sealed class ReportTests(SharedChromium shared) : IClassFixture<SharedChromium>
{
    private static readonly string[] Code =
    [
        "#!flowlogs connect sample",
        "#!flowlogs\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType | render piechart",
        "#!flowlogs\nNTANetAnalytics | project SrcIp, DestIp, BytesSrcToDest | take 700",
        "#!flowlogs\ndatatable(Text: string) [\"<img src=x onerror=hit()>\", \"</script><script>hit()</script>\"]",
    ];

    private static readonly Lazy<Task<string>> Report = new(WriteAsync);

    [Fact]
    public async Task TheWholeResultIsSavedAsCsvNotOnlyTheRowsShown()
    {
        var page = await OpenAsync();
        var button = page.Locator("[data-do=csv]").Nth(1);
        await Assertions.Expect(button).ToHaveTextAsync("CSV, 700 rows");
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        var file = Path.Combine(Path.GetDirectoryName(await Report.Value)!, "saved.csv");
        await download.SaveAsAsync(file);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(("table-2.csv", 701, "SrcIp,DestIp,BytesSrcToDest"), (download.SuggestedFilename, lines.Length, lines[0]));
    }

    [Fact]
    public async Task WithoutItsDataATableGivesTheExactValuesThatItShows()
    {
        var report = await Report.Value;
        var bare = Path.Combine(Path.GetDirectoryName(report)!, "bare.html");
        var html = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            bare, Regex.Replace(html, "<div class=\"csv\" hidden>.*?</div>", "", RegexOptions.Singleline),
            TestContext.Current.CancellationToken);
        var page = await (await shared.BrowserAsync()).PageAsync();
        await page.GotoAsync(new Uri(bare).AbsoluteUri);
        var button = page.Locator("[data-do=csv]").Last;
        await Assertions.Expect(button).ToHaveTextAsync("CSV, 2 rows shown");
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        var file = bare + ".csv";
        await download.SaveAsAsync(file);
        Assert.Equal(
            "Text\n<img src=x onerror=hit()>\n</script><script>hit()</script>\n",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TheReaderChoosesLightOrDark()
    {
        var page = await OpenAsync();
        const string background = "() => getComputedStyle(document.body).backgroundColor";
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>(background));
        await page.ClickAsync("[data-do=theme]");
        Assert.Equal("rgb(20, 23, 26)", await page.EvaluateAsync<string>(background));
        await Assertions.Expect(page.Locator("figure.chart .main-svg").First)
            .ToHaveCSSAsync("background-color", "rgb(20, 23, 26)");
        // What stays in sight while a table scrolls covers its rows, and does not show on the page.
        await Assertions.Expect(page.Locator(".flowkernel-scroll th").First)
            .ToHaveCSSAsync("background-color", "rgb(20, 23, 26)");
        await page.ClickAsync("[data-do=theme]");
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>(background));
    }

    [Fact]
    public async Task CodeFoldsAndContentsLeadToTheirHeadings()
    {
        var page = await OpenAsync();
        Assert.True(await page.Locator("section.code code").First.IsVisibleAsync());
        await page.ClickAsync("[data-do=code]");
        Assert.Equal(0, await page.Locator("section.code > details[open]").CountAsync());
        await page.ClickAsync("nav a >> text=Second");
        Assert.EndsWith("#second", page.Url);
        await Assertions.Expect(page.Locator("#second")).ToHaveTextAsync("Second");
    }

    [Fact]
    public async Task OnPaperChartsArePicturesAndToolsAreGone()
    {
        var page = await OpenAsync();
        await page.WaitForSelectorAsync("figure.chart.drawn");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator("figure.chart .still img")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("figure.chart .live")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".tools")).ToBeHiddenAsync();
        Assert.True((await page.PdfAsync()).Length > 10_000);
    }

    [Fact]
    public async Task HostileValuesAreTextAndNothingLeavesThePage()
    {
        var outside = new List<string>();
        var page = await (await shared.BrowserAsync()).PageAsync(outside);
        await page.AddInitScriptAsync("window.hits = 0; window.hit = () => window.hits++;");
        await page.GotoAsync(new Uri(await Report.Value).AbsoluteUri);
        await page.WaitForSelectorAsync("figure.chart.drawn");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.hits"));
        Assert.Contains("<img src=x onerror=hit()>", await page.Locator(".output table").Last.InnerTextAsync());
        Assert.Empty(outside);
    }

    [Fact]
    public async Task TheEndSaysWhereEverythingComesFrom()
    {
        var page = await OpenAsync();
        var footer = page.Locator("footer");
        await footer.Locator("summary").ClickAsync();
        var text = await footer.InnerTextAsync();
        Assert.Contains("FlowKernel ", text);
        Assert.Contains("DuckDB ", text);
        Assert.Contains("Its now is 2024-04-27 12:00 UTC", text);
        Assert.Contains("NTANetAnalytics | project SrcIp, DestIp, BytesSrcToDest | take 700", text);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await (await shared.BrowserAsync()).PageAsync();
        await page.GotoAsync(new Uri(await Report.Value).AbsoluteUri);
        return page;
    }

    private static async Task<string> WriteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("flowkernel-report-").FullName;
        var (notebook, report) = (Path.Combine(folder, "report.ipynb"), Path.Combine(folder, "report.html"));
        NotebookCell[] cells =
        [
            NotebookCell.Create("markdown", "# First"), .. Code.Take(2).Select(c => NotebookCell.Create("code", c)),
            NotebookCell.Create("markdown", "## Second"), .. Code.Skip(2).Select(c => NotebookCell.Create("code", c)),
        ];
        await File.WriteAllTextAsync(notebook, NotebookDocument.Create(cells).ToString(), TestContext.Current.CancellationToken);
        (await Tool.RunAsync("run", notebook, "--html", report)).Expect(0);
        return report;
    }
}
