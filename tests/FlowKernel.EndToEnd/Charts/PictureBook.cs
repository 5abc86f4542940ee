using Microsoft.Playwright;

namespace FlowKernel.EndToEnd.Charts;

/// <summary>
/// Keeps what a browser shows as picture files where FLOWKERNEL_PICTURES names a folder for them; see
/// Pictures/README.md.
/// </summary>
internal static class PictureBook
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("FLOWKERNEL_PICTURES");

    /// <summary>Writes each chart that a viewer shows, numbered in the notebook's order.</summary>
    public static async Task KeepAsync(string viewer, ILocator charts)
    {
        if (Folder is null)
            return;
        Directory.CreateDirectory(Path.Combine(Folder, viewer));
        var count = await charts.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await charts.Nth(i).ScreenshotAsync(new LocatorScreenshotOptions
            {
                Path = Path.Combine(Folder, viewer, $"{i + 1:00}.png"),
            });
        }
    }
}
