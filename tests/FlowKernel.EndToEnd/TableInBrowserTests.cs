using FlowKernel.EndToEnd.Tools;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using Microsoft.Playwright;

namespace FlowKernel.EndToEnd;

/// <summary>Tables where scripts run: sorted by their headings, filtered, and never obeyed.</summary>
public sealed class TableInBrowserTests(SharedChromium shared) : IClassFixture<SharedChromium>, IAsyncLifetime
{
    private readonly List<string> _problems = [];
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _page = await (await shared.BrowserAsync()).PageAsync(_problems);
        _page.PageError += (_, error) => _problems.Add(error);
        _page.Console += (_, message) => _problems.Add(message.Text);
        _page.Dialog += (_, dialog) => _problems.Add(dialog.Message);
    }

    public async ValueTask DisposeAsync()
    {
        await _page.CloseAsync();
        Assert.Empty(_problems);
    }

    public static TheoryData<KqlType, object?[], object?[]> Orders => new()
    {
        { KqlType.Long, [9007199254740993L, null, 9007199254740992L, -5L, 10L], [3, 4, 2, 0, 1] },
        { KqlType.Real, [2.5, double.NaN, double.NegativeInfinity, 1e10, null], [2, 0, 3, 1, 4] },
        { KqlType.Decimal, [10.5m, 9.75m, -0.5m], [2, 1, 0] },
        { KqlType.TimeSpan, [TimeSpan.FromDays(2), TimeSpan.FromSeconds(-1), TimeSpan.FromHours(23)], [1, 2, 0] },
        { KqlType.DateTime, [Day(3).AddTicks(1), Day(3), Day(1)], [2, 1, 0] },
        { KqlType.Bool, [true, false], [1, 0] },
        { KqlType.String, ["vm-10", "vm-2", "", "VM-1"], [2, 3, 1, 0] },
        { KqlType.String, ["10.0.0.10", "10.0.0.9", "fe80::1", "9.1.1.1", ""], [3, 1, 0, 2, 4] },
        { KqlType.String, ["::ffff", "1::", "::1:0"], [0, 2, 1] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task AHeadingSortsByTheExactValues(KqlType type, object?[] values, object?[] ascending)
    {
        await ShowAsync(Numbered(type, values));
        var heading = _page.Locator("th").First;
        await heading.Locator("button").ClickAsync();
        Assert.Equal("ascending", await heading.GetAttributeAsync("aria-sort"));
        Assert.Equal(ascending.Select(n => $"{n}"), await RowNumbersAsync());
    }

    [Fact]
    public async Task ASecondClickTurnsTheOrderAndAThirdRestoresIt()
    {
        await ShowAsync(Numbered(KqlType.Long, [2L, null, 10_000_000_000L, 1L]));
        var button = _page.Locator("th button").First;
        await button.PressAsync("Enter");
        Assert.Equal(["3", "0", "2", "1"], await RowNumbersAsync());
        await button.PressAsync("Space");
        Assert.Equal(["2", "0", "3", "1"], await RowNumbersAsync());
        Assert.Equal("descending", await _page.Locator("th").First.GetAttributeAsync("aria-sort"));
        await button.ClickAsync();
        Assert.Equal(["0", "1", "2", "3"], await RowNumbersAsync());
        Assert.Equal(0, await _page.Locator("[aria-sort]").CountAsync());
    }

    [Theory]
    [InlineData("app", "1 of 9 rows")]
    [InlineData("10.1.0.0/16", "3 of 9 rows")]
    [InlineData("TCP 443", "4 of 9 rows")]
    [InlineData("5000000000", "1 of 9 rows")]
    [InlineData("nowhere", "0 of 9 rows")]
    public async Task TheBoxSearchesAllColumnsAndCountsWhatIsLeft(string text, string status)
    {
        await ShowAsync(Flows());
        await _page.GetByLabel("Filter rows").FillAsync(text);
        await Assertions.Expect(_page.GetByRole(AriaRole.Status)).ToHaveTextAsync(status);
        await _page.GetByLabel("Filter rows").FillAsync("");
        await Assertions.Expect(_page.Locator("tbody tr:visible")).ToHaveCountAsync(9);
    }

    [Theory]
    [InlineData("Bytes", ">1e6", 3)]
    [InlineData("Bytes", "<=1.5 kB", 2)]
    [InlineData("Bytes", "=null", 1)]
    [InlineData("Bytes", "!=null", 8)]
    [InlineData("Port", "=443", 3)]
    [InlineData("Port", "443", 4)]
    [InlineData("Ip", "10.1.0.0/16", 3)]
    [InlineData("Ip", "!10.1.0.0/16", 6)]
    [InlineData("Ip", ">=10.2.0.0", 3)]
    [InlineData("Ip", "2001:db8::/32", 1)]
    [InlineData("Protocol", "!tcp", 3)]
    [InlineData("Protocol", "=UDP", 2)]
    [InlineData("Time", ">=2024-04-05", 5)]
    [InlineData("Time", "=2024-04-05", 1)]
    [InlineData("Time", "<2024-04-02 12:00", 2)]
    [InlineData("Lasting", ">5m", 4)]
    public async Task AColumnsBoxCompares(string column, string text, int rows)
    {
        await ShowAsync(Flows());
        await _page.GetByRole(AriaRole.Button, new() { Name = "By column" }).ClickAsync();
        await _page.GetByLabel($"Filter {column}", new() { Exact = true }).FillAsync(text);
        await Assertions.Expect(_page.Locator("tbody tr:visible")).ToHaveCountAsync(rows);
    }

    [Fact]
    public async Task AComparisonThatMeansNothingIsMarkedAndHidesNothing()
    {
        await ShowAsync(Flows());
        await _page.GetByRole(AriaRole.Button, new() { Name = "By column" }).ClickAsync();
        var box = _page.GetByLabel("Filter Bytes", new() { Exact = true });
        await box.FillAsync(">many");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(_page.Locator("tbody tr:visible")).ToHaveCountAsync(9);
    }

    [Fact]
    public async Task ATableThatIsCutSaysThatOnlyItsShownRowsAreSorted()
    {
        await ShowAsync(Flows(), new TableDisplayOptions { RowLimit = 8 });
        var status = _page.GetByRole(AriaRole.Status);
        await Assertions.Expect(status).ToHaveTextAsync("Sorts and filters 8 rows shown, of 9 in the result");
        await _page.GetByLabel("Filter rows").FillAsync("udp");
        await Assertions.Expect(status).ToHaveTextAsync("2 of 8 rows shown, of 9 in the result");
    }

    [Fact]
    public async Task ManyTablesOfOnePageDoNotDisturbEachOther()
    {
        var html = TableDisplay.Html(Numbered(KqlType.Int, [1])) + TableDisplay.Html(Flows())
            + TableDisplay.Html(Numbered(KqlType.Int, [3, 1, 2])) + TableDisplay.Html(Flows());
        var before = await _page.EvaluateAsync<int>("Object.keys(window).length");
        await _page.SetContentAsync(html);
        Assert.Equal(before, await _page.EvaluateAsync<int>("Object.keys(window).length"));
        Assert.Equal(2, await _page.GetByLabel("Filter rows").CountAsync());
        await _page.GetByLabel("Filter rows").Last.FillAsync("udp");
        await Assertions.Expect(_page.Locator("table").Last.Locator("tbody tr:visible")).ToHaveCountAsync(2);
        await Assertions.Expect(_page.Locator("table").Nth(1).Locator("tbody tr:visible")).ToHaveCountAsync(9);
        await _page.Locator("table").Nth(2).Locator("th button").First.ClickAsync();
        Assert.Equal(1, await _page.Locator("[aria-sort]").CountAsync());
        Assert.Equal(0, await _page.Locator("[id]").CountAsync());
    }

    [Fact]
    public async Task APageThatWasSavedWithItsToolsWorksAgain()
    {
        await ShowAsync(Flows());
        await _page.Locator("th button").First.ClickAsync();
        await _page.SetContentAsync(await _page.ContentAsync());
        Assert.Equal(1, await _page.GetByLabel("Filter rows").CountAsync());
        await _page.GetByLabel("Filter rows").FillAsync("udp");
        await Assertions.Expect(_page.Locator("tbody tr:visible")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task HostileValuesAreTextThroughSortingAndFiltering()
    {
        string[] attacks =
        [
            "<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "javascript:alert(3)",
            "\" onmouseover=\"alert(4)", "a\u202Egnp.exe", "\e[31mred\e[2J", "{{constructor}}", "<!--", "]]>",
        ];
        var table = KqlTable.FromRows(
            [new("<img src=x onerror=alert(5)>", KqlType.String), new("D", KqlType.Dynamic)],
            [.. attacks.Select(a => (object?[])[a, new DynamicValue(System.Text.Json.JsonSerializer.Serialize(a))])]);
        await ShowAsync(table, new TableDisplayOptions { CellLimit = 20, Footer = "<img src=x onerror=alert(6)>" });
        await _page.Locator("th button").First.ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "By column" }).ClickAsync();
        await _page.GetByLabel("Filter rows").FillAsync("<img src=x onerror=alert(7)>");
        await _page.GetByLabel("Filter rows").FillAsync("");
        await _page.Locator("summary").First.ClickAsync();
        await _page.Locator("td").First.HoverAsync();
        Assert.Equal(0, await _page.Locator("img, td script, a").CountAsync());
        var text = await _page.Locator("tbody").InnerTextAsync();
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\e', text);
        Assert.Contains("javascript:alert(3)", text);
    }

    private Task ShowAsync(KqlTable table, TableDisplayOptions? options = null) =>
        _page.SetContentAsync(TableDisplay.Html(table, options));

    private async Task<IReadOnlyList<string>> RowNumbersAsync() =>
        await _page.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync();

    private static KqlTable Numbered(KqlType type, object?[] values) => KqlTable.FromRows(
        [new("Value", type), new("Row", KqlType.Int)], [.. values.Select((v, i) => (object?[])[v, i])]);

    private static DateTime Day(int day) => new(2024, 4, day, 0, 0, 0, DateTimeKind.Utc);

    private static KqlTable Flows() => KqlTable.FromRows(
        [
            new("Ip", KqlType.String), new("Port", KqlType.Int), new("Protocol", KqlType.String),
            new("Bytes", KqlType.Long), new("Time", KqlType.DateTime), new("Lasting", KqlType.TimeSpan),
        ],
        [
            ["10.1.0.4", 443, "TCP", 5_000_000_000L, Day(1), TimeSpan.FromSeconds(1)],
            ["10.1.1.8", 22, "TCP", 1_200L, Day(2), TimeSpan.FromMinutes(2)],
            ["10.1.255.1", 443, "TCP", 2_000_000L, Day(3), TimeSpan.FromMinutes(3)],
            ["10.2.0.1", 53, "UDP", 1_501L, Day(4), TimeSpan.FromMinutes(4)],
            ["172.16.0.1", 80, "TCP", null, Day(5), TimeSpan.FromMinutes(5)],
            ["192.168.0.1", 8443, "TCP", 999_999L, Day(6), TimeSpan.FromMinutes(6)],
            ["2001:db8::1", 53, "UDP", 1_000L, Day(7), TimeSpan.FromHours(1)],
            ["app-gateway", 443, "TCP", 1_000_001L, Day(8), TimeSpan.FromDays(1)],
            ["", 0, "ICMP", 50_000L, Day(9), TimeSpan.FromDays(10)],
        ]);
}
