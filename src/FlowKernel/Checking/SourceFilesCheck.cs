using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>
/// Checks C# source files of programs. They are seen together, so that constants and marked parameters of one file are
/// known in the others. Their queries are taken to run on flow logs.
/// </summary>
internal sealed class SourceFilesCheck : IAsyncDisposable
{
    private readonly FlowSession _session;
    private readonly ICheckedSources _sources;

    public SourceFilesCheck(CheckParts parts, IReadOnlyList<(string Path, string Text)> files)
    {
        _session = new FlowSession(parts.Language, new KeptTables());
        _sources = parts.CSharp.Sources(files, _session);
    }

    public async Task<CheckedFile> CheckAsync(string path, string content, CancellationToken cancellation)
    {
        if (_session.Current is null)
            await _session.ConnectAsync(new DeclaredConnection("flow logs", DeclaredConnection.Workspace));
        var found = await _sources.CheckAsync(path, cancellation);
        return new CheckedFile(path, content, [new CheckedText(content, found)]);
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
