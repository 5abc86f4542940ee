using System.Text;
using FlowKernel.Charts;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.Hosting;
using FlowKernel.Notebook;
using FlowKernel.Results;

namespace FlowKernel.Cli.Querying;

/// <summary>Draws a result into a file: HTML, SVG or PNG by the file's name.</summary>
internal static class ChartFile
{
    private static readonly Dictionary<string, string> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = MimeTypes.Html,
        [".svg"] = MimeTypes.Svg,
        [".png"] = MimeTypes.Png,
    };

    /// <summary>Writes the file; gives the exit code. Without a render in the query it is a column chart.</summary>
    public static async Task<int> WriteAsync(
        FileInfo file, QueryResult result, Workbench workbench, CancellationToken cancellation)
    {
        if (!Forms.TryGetValue(file.Extension, out var form))
            return Terminal.Fail([WrongKind(file)]);
        var render = result.Render ?? new RenderProperties(ChartKind.Column.Name());
        var chart = form == MimeTypes.Svg
            ? workbench.Charts.RenderSvg(result.Table, render)
            : workbench.Charts.Render(result.Table, render);
        if (!chart.Succeeded)
            return Terminal.Fail(chart.Diagnostics);
        if (BytesOf(chart.Value, form, render.Title ?? Path.GetFileNameWithoutExtension(file.Name)) is not { } bytes)
            return Terminal.Fail(chart.Diagnostics is [_, ..] reasons ? reasons : [NoPicture(chart.Value)]);
        await File.WriteAllBytesAsync(file.FullName, bytes, cancellation);
        Terminal.Note($"Wrote {file.FullName}");
        return 0;
    }

    private static byte[]? BytesOf(MimeBundle chart, string form, string title) => form switch
    {
        MimeTypes.Html => Encoding.UTF8.GetBytes(ChartHtml.Page(chart, title)),
        MimeTypes.Png => chart.Text(form) is { } png ? Convert.FromBase64String(png) : null,
        _ => chart.Text(form) is { } text ? Encoding.UTF8.GetBytes(text) : null,
    };

    private static Diagnostic NoPicture(MimeBundle shown) => shown.Data.ContainsKey(MimeTypes.Plotly)
        ? new("FK0713", "This plotly figure has traces that only its script can draw.", default, "Name the file chart.html.")
        : new(
            "FK0713", "A table has no picture.", default,
            "Write render columnchart, or another chart, at the end of the query.");

    private static Diagnostic WrongKind(FileInfo file) => new(
        "FK0708", $"'{file.Name}' is none of .html, .svg and .png.", default,
        "Name the file chart.html, chart.svg or chart.png.");
}
