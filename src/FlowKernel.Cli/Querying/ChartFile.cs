using FlowKernel.Charts;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Cli.Querying;

/// <summary>Draws a result into a file: HTML or SVG by the file's name.</summary>
internal static class ChartFile
{
    /// <summary>Writes the file; gives the exit code. Without a render in the query it is a column chart.</summary>
    public static async Task<int> WriteAsync(
        FileInfo file, QueryResult result, Workbench workbench, CancellationToken cancellation)
    {
        var isHtml = HasEnding(file, ".html");
        if (!isHtml && !HasEnding(file, ".svg"))
            return Terminal.Fail([WrongKind(file)]);
        var render = result.Render ?? new RenderProperties(ChartKind.Column.Name());
        var chart = workbench.Charts.Render(result.Table, render);
        if (!chart.Succeeded)
            return Terminal.Fail(chart.Diagnostics);
        var text = isHtml
            ? ChartHtml.Page(chart.Value, render.Title ?? Path.GetFileNameWithoutExtension(file.Name))
            : chart.Value.Text(MimeTypes.Svg);
        if (text is null)
            return Terminal.Fail(chart.Diagnostics is [_, ..] reasons ? reasons : [NoPicture]);
        await File.WriteAllTextAsync(file.FullName, text, cancellation);
        Terminal.Note($"Wrote {file.FullName}");
        return 0;
    }

    private static bool HasEnding(FileInfo file, string ending) =>
        file.Extension.Equals(ending, StringComparison.OrdinalIgnoreCase);

    private static readonly Diagnostic NoPicture = new(
        "FK0713", "A table has no picture.", default,
        "Write render columnchart, or another chart, at the end of the query.");

    private static Diagnostic WrongKind(FileInfo file) => new(
        "FK0708", $"'{file.Name}' is neither .html nor .svg.", default, "Name the file chart.html or chart.svg.");
}
