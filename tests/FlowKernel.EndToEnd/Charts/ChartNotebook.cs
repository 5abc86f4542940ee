using FlowKernel.EndToEnd.Tools;

namespace FlowKernel.EndToEnd.Charts;

/// <summary>The notebook with every kind of chart, executed once for all viewers that look at it.</summary>
internal static class ChartNotebook
{
    /// <summary>How many charts it has.</summary>
    public const int Pictures = 21;

    private static readonly Lazy<Task<(string Notebook, string Report)>> Executed = new(ExecuteAsync);

    /// <summary>The executed notebook and the HTML report of it.</summary>
    public static Task<(string Notebook, string Report)> FilesAsync() => Executed.Value;

    private static async Task<(string Notebook, string Report)> ExecuteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("flowkernel-charts-").FullName;
        var (notebook, report) = (Path.Combine(folder, "every-kind.ipynb"), Path.Combine(folder, "every-kind.html"));
        var source = Path.Combine(AppContext.BaseDirectory, "Charts", "every-kind.ipynb");
        (await Tool.RunAsync("run", source, "--out", notebook, "--html", report)).Expect(0);
        return (notebook, report);
    }
}
