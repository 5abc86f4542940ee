using System.Runtime.CompilerServices;
using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd;

/// <summary>The notebooks that come with FlowKernel run from start to end, and their reports show offline.</summary>
public sealed class NotebooksTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder(), "*.ipynb").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ANotebookRunsAndItsReportDrawsItsChartsWithoutANetwork(string name)
    {
        var folder = Directory.CreateTempSubdirectory("flowkernel-notebook-").FullName;
        var report = Path.Combine(folder, "report.html");
        (await Tool.RunAsync("run", Path.Combine(Folder(), name), "--html", report)).Expect(0);
        await using var browser = await Chromium.StartAsync();
        await ReportInBrowser.ShowsItsChartsAsync(browser, report);
    }

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "notebooks"));
}
