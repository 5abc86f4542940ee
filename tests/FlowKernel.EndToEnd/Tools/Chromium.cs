using Microsoft.Playwright;

namespace FlowKernel.EndToEnd.Tools;

/// <summary>A headless Chromium of the machine; nothing is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        if (!File.Exists(Program) && Environment.GetEnvironmentVariable("FLOWKERNEL_REQUIRE_JUPYTER") is null)
            Assert.Skip("This machine has no Chromium.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>
    /// A new page; requests to anything but loopback and files fail the way they do without a network.
    /// </summary>
    /// <param name="outside">Gets the addresses of those.</param>
    /// <param name="isDark">True for a reader who has set the browser to dark.</param>
    public async Task<IPage> PageAsync(ICollection<string>? outside = null, bool isDark = false)
    {
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 1280, Height = 1000 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        await page.RouteAsync("**/*", async route =>
        {
            var url = new Uri(route.Request.Url);
            if (url.IsLoopback || url.Scheme is "file" or "data" or "blob" or "about")
            {
                await route.ContinueAsync();
                return;
            }

            outside?.Add(route.Request.Url);
            await route.AbortAsync();
        });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
