using FlowKernel.FlowLogs;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Interactive.Editing;

/// <summary>
/// Answers an editor's questions about a KQL text, checked against the current connection and the values handed over.
/// Lines and columns are counted from 0, as editors do.
/// </summary>
public sealed class KqlEditor
{
    private readonly FlowSession _session;
    private readonly HostVariables _variables;

    internal KqlEditor(FlowSession session, HostVariables variables)
    {
        _session = session;
        _variables = variables;
    }

    /// <summary>What could stand at a place.</summary>
    public async Task<EditorCompletions> CompleteAsync(
        string kql, int line, int column, CancellationToken cancellation)
    {
        var text = new SourceText(kql);
        var list = await _session.Language.CompleteAsync(kql, OffsetOf(text, line, column), Scope(), cancellation);
        return new EditorCompletions(EditorSpan.Of(text, list.Replace), list.Items);
    }

    /// <summary>What stands at a place, or null.</summary>
    public async Task<EditorHover?> HoverAsync(string kql, int line, int column, CancellationToken cancellation)
    {
        var text = new SourceText(kql);
        var info = await _session.Language.ExplainAsync(kql, OffsetOf(text, line, column), Scope(), cancellation);
        return info is null
            ? null
            : new EditorHover(info.Markdown, info.Plain ?? info.Markdown, EditorSpan.Of(text, info.Span));
    }

    /// <summary>The function whose arguments are being written at a place, or null.</summary>
    public async Task<EditorSignature?> SignatureAsync(
        string kql, int line, int column, CancellationToken cancellation)
    {
        var text = new SourceText(kql);
        if (EnclosingCall.Find(kql, OffsetOf(text, line, column)) is not { } call)
            return null;
        var info = await _session.Language.ExplainAsync(kql, call.Name.Start, Scope(), cancellation);
        return info is null ? null : EditorSignature.Read(info.Plain ?? info.Markdown, call.Argument);
    }

    /// <summary>What is wrong with a text; nothing while there is no connection to check it against.</summary>
    public async Task<IReadOnlyList<EditorDiagnostic>> DiagnoseAsync(string kql, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(kql) || _session.Current is null)
            return [];
        var text = new SourceText(kql);
        var request = new QueryRequest(kql) { Parameters = _variables.Parameters() };
        var query = await _session.CheckAsync(request, cancellation);
        return [.. query.Diagnostics.Select(d => new EditorDiagnostic(
            EditorSpan.Of(text, d.Span), (int)d.Severity, d.Code, d.Hint is null ? d.Message : $"{d.Message} {d.Hint}"))];
    }

    private static int OffsetOf(SourceText text, int line, int column) =>
        text.OffsetOf(new LinePosition(line + 1, column + 1));

    // Before the first connection the tables of flow logs are the best guess.
    private QueryScope Scope() =>
        _session.ScopeOf(new QueryRequest("") { Parameters = _variables.Parameters() }).Value
        ?? new QueryScope(FlowLogTables.Database, DateTime.UnixEpoch) { Parameters = _variables.Parameters() };
}
