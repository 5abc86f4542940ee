using FlowKernel.Notebook;

namespace FlowKernel.Checking;

/// <summary>
/// Checks a script (.csx) as the one cell of a notebook, for what <c>#load</c> brings into cells. It is taken to be
/// connected to flow logs.
/// </summary>
internal sealed class ScriptCheck(CheckParts parts)
{
    public async Task<CheckedFile> CheckAsync(string path, string content, CancellationToken cancellation)
    {
        await using var notebook = new CheckedNotebook(parts, Path.GetDirectoryName(Path.GetFullPath(path))!);
        await notebook.ConnectAsync(new DeclaredConnection("flow logs", DeclaredConnection.Workspace));
        var found = string.IsNullOrWhiteSpace(content)
            ? []
            : await notebook.CheckAsync(new CellRequest(content, 1, Silent: true), cancellation);
        return new CheckedFile(path, content, [new CheckedText(content, found)]);
    }
}
