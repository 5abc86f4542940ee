using System.Globalization;
using FlowKernel.Checking;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.Cli.Checking;

/// <summary>The findings for people: each with file, cell, line and column; then one line that sums them up.</summary>
internal static class CheckText
{
    public static void Write(CheckReport report, TextWriter output)
    {
        var ansi = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
        foreach (var file in report.Files)
            Write(file, output, ansi);
        output.WriteLine(Summary(report));
    }

    private static void Write(CheckedFile file, TextWriter output, bool ansi)
    {
        if (file.NotChecked is { } problem)
            output.WriteLine(DiagnosticText.Render([problem], new SourceText(""), ansi, NameIn(file, problem)) + "\n");
        foreach (var text in file.Texts.Where(t => t.Diagnostics.Count > 0))
        {
            var label = text.Cell is { } cell
                ? string.Create(CultureInfo.InvariantCulture, $"{file.Path}, cell {cell}")
                : file.Path;
            var source = new SourceText(text.Content);
            foreach (var diagnostic in text.Diagnostics)
                output.WriteLine(DiagnosticText.Render([diagnostic], source, ansi, label) + "\n");
        }
    }

    // Some sentences name the file themselves.
    private static string? NameIn(CheckedFile file, Diagnostic problem) =>
        problem.Message.Contains(file.Path, StringComparison.Ordinal) ? null : file.Path;

    private static string Summary(CheckReport report)
    {
        var checkedFiles = report.Files.Count - report.NotChecked;
        var summary = $"{Count(checkedFiles, "file")} checked: {Count(report.Errors, "error")}, "
            + $"{Count(report.Warnings, "warning")}.";
        return report.NotChecked == 0 ? summary : $"{summary} {Count(report.NotChecked, "file")} could not be checked.";
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
