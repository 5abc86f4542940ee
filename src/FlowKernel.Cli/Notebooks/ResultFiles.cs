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

    /// <summary>
    /// Makes the folders of the results; FK0715 for each file that has no place, so that no cell runs in vain.
    /// </summary>
    public static IReadOnlyList<Diagnostic> MakePlaces(NotebookJob job) =>
        [.. MakePlace(job.Out, "--out"), .. MakePlace(job.Html, "--html")];

    private static IEnumerable<Diagnostic> MakePlace(FileInfo? file, string option)
    {
        if (file is not null && Refusal(file) is { } reason)
        {
            yield return new Diagnostic(
                "FK0715", $"'{file.FullName}' after {option} cannot be written: {reason}", default,
                "Choose a folder that you may write to; nothing has run.");
        }
    }

    private static string? Refusal(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            return "it is a folder.";
        try
        {
            file.Directory!.Create();
            return file is { Exists: true, IsReadOnly: true } ? "it is read-only." : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
    }

    private static IEnumerable<Diagnostic> Check(FileInfo? file, string[] endings, string option, string example)
    {
        if (file is null || endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            yield break;
        yield return new Diagnostic(
            "FK0714", $"'{file.Name}' after {option} is no {endings[0]} file.", default,
            $"Name it so, for example {example}; nothing has run.");
    }
}
