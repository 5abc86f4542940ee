using FlowKernel.EndToEnd.Tools;
using Microsoft.Playwright;

namespace FlowKernel.EndToEnd.Charts;

/// <summary>Every kind of chart in every viewer that this machine has.</summary>
public sealed class EveryKindTests(SharedChromium shared) : IClassFixture<SharedChromium>
{
    private const string ShownInFull = "images => images.every(i => i.complete && i.naturalWidth === 1720 && i.clientWidth > 600)";

    private const string Lightness =
        "const lightness = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(Number); return (0.299 * r + 0.587 * g + 0.114 * b) / 255; };";

    private const string PageLightness = "() => { " + Lightness + " return lightness(getComputedStyle(document.body).backgroundColor); }";

    // Labels of axes and titles whose colour is too near to the page's.
    private const string UnreadableTitles = "charts => { " + Lightness
        + " const page = lightness(getComputedStyle(document.body).backgroundColor);"
        + " return charts.flatMap(c => [...c.querySelectorAll('.xtick text, .ytick text, .gtitle, .legendtext')])"
        + ".filter(t => Math.abs(lightness(getComputedStyle(t).fill) - page) < 0.4).map(t => t.textContent); }";

    [Fact]
    public async Task ClassicNotebookShowsEachPicture()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        await using var server = await NotebookServer.StartAsync(jupyter);
        File.Copy((await ChartNotebook.FilesAsync()).Notebook, Path.Combine(server.Folder, "charts.ipynb"));
        var page = await (await shared.BrowserAsync()).PageAsync();
        await page.GotoAsync(server.PageOf("charts.ipynb"));
        await ShowsAllAsync("classic-notebook", page.Locator("#notebook-container .output img"));
    }

    [Fact]
    public async Task NbconvertShowsEachPicture()
    {
        var page = await ConvertedAsync("plain.html");
        await ShowsAllAsync("nbconvert", page.Locator(".jp-OutputArea img"));
    }

    [Fact]
    public async Task APageCleanedOfScriptsStylesAndInlinePicturesShowsEachPicture()
    {
        var page = await ConvertedAsync("cleaned.html", "--HTMLExporter.sanitize_html=True");
        Assert.Equal(0, await page.Locator(".jp-OutputArea svg, .jp-OutputArea script").CountAsync());
        await ShowsAllAsync("sanitised", page.Locator(".jp-OutputArea img"));
    }

    [Theory]
    [InlineData("report", false)]
    [InlineData("report-dark", true)]
    public async Task AReportShowsEachChartInteractivelyAndAsksNoServer(string viewer, bool isDark)
    {
        var outside = new List<string>();
        var page = await (await shared.BrowserAsync()).PageAsync(outside, isDark);
        await page.GotoAsync(new Uri((await ChartNotebook.FilesAsync()).Report).AbsoluteUri);
        var charts = page.Locator("figure.chart");
        await Assertions.Expect(charts).ToHaveCountAsync(ChartNotebook.Pictures);
        await Assertions.Expect(charts.Locator(".main-svg").First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure.chart')].every(c => c.querySelector('.main-svg'))");
        Assert.Empty(outside);
        Assert.Equal(isDark, await page.EvaluateAsync<double>(PageLightness) < 0.2);
        Assert.Empty(await charts.EvaluateAllAsync<string[]>(UnreadableTitles));
        await PictureBook.KeepAsync(viewer, charts);
    }

    private static async Task ShowsAllAsync(string viewer, ILocator images)
    {
        await Assertions.Expect(images).ToHaveCountAsync(ChartNotebook.Pictures, new() { Timeout = 60_000 });
        await images.Last.WaitForAsync();
        Assert.True(await images.EvaluateAllAsync<bool>(ShownInFull), "A picture is broken or small.");
        await PictureBook.KeepAsync(viewer, images);
    }

    private async Task<IPage> ConvertedAsync(string name, params string[] options)
    {
        var jupyter = await JupyterInstallation.FindAsync();
        var notebook = (await ChartNotebook.FilesAsync()).Notebook;
        (await jupyter.RunProgramAsync(
            "jupyter-nbconvert", ["--to", "html", "--output", name, .. options, notebook])).Expect(0);
        var page = await (await shared.BrowserAsync()).PageAsync();
        await page.GotoAsync(new Uri(Path.Combine(Path.GetDirectoryName(notebook)!, name)).AbsoluteUri);
        // What MathJax says while it loads would lie over the pictures.
        await page.AddStyleTagAsync(new() { Content = "#MathJax_Message { display: none !important }" });
        return page;
    }
}
