using FlowKernel.Notebook.Progress;

namespace FlowKernel.Checking;

/// <summary>
/// Checks notebooks (.ipynb), queries (.kql), scripts (.csx) and programs (.cs) without running them: the kernel's own
/// path over connections that have tables but no rows, and C# that is compiled only.
/// </summary>
public sealed class FlowCheck
{
    private readonly CheckParts _parts;

    /// <summary>A check of these parts.</summary>
    public FlowCheck(CheckParts parts) => _parts = parts with { Language = new OpenSchemaLanguage(parts.Language) };

    /// <summary>
    /// Checks files, and all that can be checked below folders. The order depends on the paths alone.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="progress">Told of each file before it is checked, or null.</param>
    /// <param name="cancellation">Ends the check.</param>
    public async Task<CheckReport> RunAsync(
        IReadOnlyList<string> paths, IProgress<ProgressStep>? progress, CancellationToken cancellation)
    {
        var found = CheckablePaths.Find(paths);
        var read = new List<(FoundPath Found, FileText Text)>();
        foreach (var path in found)
            read.Add((path, await FileText.ReadAsync(path, cancellation)));
        await using var programs = new SourceFilesCheck(
            _parts, [.. read.Where(r => r.Found.IsProgram && r.Text.Problem is null)
                .Select(r => (r.Found.Path, r.Text.Content))]);
        var files = new List<CheckedFile>();
        foreach (var (path, text) in read)
        {
            progress?.Report(new ProgressStep(path.Path, (double)files.Count / read.Count));
            files.Add(text.Problem is { } problem
                ? new CheckedFile(path.Path, "", []) { NotChecked = problem }
                : await CheckAsync(path, text.Content, programs, cancellation));
        }

        return new CheckReport(LoadedFindings.ToldOnce(files));
    }

    private async Task<CheckedFile> CheckAsync(
        FoundPath path, string content, SourceFilesCheck programs, CancellationToken cancellation) =>
        path.Extension switch
        {
            ".ipynb" => await new NotebookCheck(_parts).CheckAsync(path, content, cancellation),
            ".kql" => await KqlFileCheck.CheckAsync(path.Path, content, _parts.Language, cancellation),
            ".csx" => await new ScriptCheck(_parts).CheckAsync(path.Path, content, cancellation),
            _ => await programs.CheckAsync(path.Path, content, cancellation),
        };
}
