using System.Globalization;
using FlowKernel.EndToEnd.Tools;
using Microsoft.Playwright;

namespace FlowKernel.EndToEnd;

/// <summary>A table's tools in classic Notebook, whose keyboard shortcuts are single letters.</summary>
public sealed class TableInNotebookTests
{
    private const string Talkers =
        "#!flowlogs\nNTANetAnalytics\n| summarize TotalBytes = sum(BytesSrcToDest), Flows = count() by SrcIp"
        + "\n| top 30 by Flows";

    private const string Hostile =
        "#!flowlogs\nrange i from 1 to 9 step 1\n| extend Text = strcat('<img src=x onerror=\"document.title=1\">', i)";

    [Fact]
    public async Task ATableIsSortedAndFilteredWithMouseAndKeyboard()
    {
        var jupyter = await JupyterInstallation.FindAsync();
        await using var server = await NotebookServer.StartAsync(jupyter);
        await using var browser = await Chromium.StartAsync();
        var page = await ClassicPage.RunAsync(
            server, browser, "tables.ipynb", "#!flowlogs connect sample", Talkers, Hostile,
            "throw new AggregateException(new FormatException(\"one\"));");
        var title = await page.TitleAsync();
        var output = ClassicPage.Cells(page).Nth(1).Locator(".output");

        await output.Locator("th button").First.ClickAsync();
        var addresses = await output.Locator("tbody tr td:first-child").AllInnerTextsAsync();
        Assert.Equal(addresses.OrderBy(Number), addresses);

        // "dd" outside the box would delete the cell.
        await output.GetByLabel("Filter rows").ClickAsync();
        await page.Keyboard.TypeAsync("dd 10.1.0.0/16");
        await Assertions.Expect(output.GetByRole(AriaRole.Status)).ToHaveTextAsync("0 of 30 rows");
        Assert.Equal(4, await ClassicPage.Cells(page).CountAsync());
        await output.GetByLabel("Filter rows").FillAsync("10.1.0.0/16");
        var inside = addresses.Count(a => a.StartsWith("10.1.", StringComparison.Ordinal));
        await Assertions.Expect(output.Locator("tbody tr:visible")).ToHaveCountAsync(inside);

        Assert.Equal(9, await ClassicPage.Cells(page).Nth(2).Locator(".output tbody tr").CountAsync());
        Assert.Equal(0, await ClassicPage.Cells(page).Nth(2).Locator(".output img").CountAsync());
        Assert.Equal(title, await page.TitleAsync());
        await page.ScreenshotAsync(new() { Path = Picture("classic-tables.png"), FullPage = true });
    }

    private static uint Number(string address) => address.Split('.')
        .Aggregate(0u, (number, part) => (number << 8) | uint.Parse(part, CultureInfo.InvariantCulture));

    private static string Picture(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName, name);
}
