using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.Checking;

/// <summary>Checks a notebook: each cell after those before it, by the kernel itself, which runs nothing.</summary>
internal sealed class NotebookCheck(CheckParts parts)
{
    private const string OurKernel = "flowkernel";

    public async Task<CheckedFile> CheckAsync(FoundPath path, string content, CancellationToken cancellation)
    {
        var document = NotebookDocument.Parse(content);
        if (!document.Succeeded)
            return new CheckedFile(path.Path, content, []) { NotChecked = document.Diagnostics[0] };
        if (document.Value.Kernel is { } kernel && kernel != OurKernel)
            return Other(path, content, kernel);
        await using var notebook = new CheckedNotebook(parts, FolderOf(path.Path));
        var texts = new List<CheckedText>();
        for (var i = 0; i < document.Value.Cells.Count; i++)
        {
            var cell = document.Value.Cells[i];
            if (!cell.IsCode || string.IsNullOrWhiteSpace(cell.Source))
                continue;
            var found = CellLanguage.Of(cell) is { } other
                ? [other]
                : await notebook.CheckAsync(new CellRequest(cell.Source, i + 1, Silent: true), cancellation);
            texts.Add(new CheckedText(cell.Source, cell.MayFail ? [.. found.Select(Noted)] : found) { Cell = i + 1 });
        }

        return new CheckedFile(path.Path, content, texts);
    }

    // What a cell shows on purpose is worth telling, but no failure of the notebook.
    private static Diagnostic Noted(Diagnostic found) => found with { Severity = Severity.Information };

    // In a folder, notebooks for other kernels are nobody's mistake.
    private static CheckedFile Other(FoundPath path, string content, string kernel)
    {
        var note = CheckMistakes.OtherKernel(path.Path, kernel);
        return path.IsNamed
            ? new CheckedFile(path.Path, content, []) { NotChecked = note }
            : new CheckedFile(
                path.Path, content, [new CheckedText("", [note with { Severity = Severity.Information }])]);
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
