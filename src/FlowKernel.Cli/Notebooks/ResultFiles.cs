using FlowKernel.Diagnostics;

namespace FlowKernel.Cli.Notebooks;

/// <summary>Whether the results of a run can go where they should; a report over its own notebook would destroy it.</summary>
internal static class ResultFiles
{
    private static readonly string[] Pages = [".html", ".htm"];
    private static readonly string[] Notebooks = [".ipynb"];

    /// <summary>FK0714 for each file whose name is not one of its kind.</summary>
    public static IReadOnlyList<Diagnostic> Check(NotebookJob job) =>
    [
        .. Check(job.Out, Notebooks, "--out", "executed.ipynb"),
        .. Check(job.Html, Pages, "--html", "report.html"),
    ];

    private static IEnumerable<Diagnostic> Check(FileInfo? file, string[] endings, string option, string example)
    {
        if (file is null || endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            yield break;
        yield return new Diagnostic(
            "FK0714", $"'{file.Name}' after {option} is no {endings[0]} file.", default,
            $"Name it so, for example {example}; nothing has run.");
    }
}
