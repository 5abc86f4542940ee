using FlowKernel.Kql.Language;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Kql;

public sealed partial class KqlLanguage
{
    private static readonly QueryScope NoTables = new(DatabaseSchema.Empty, default);

    /// <inheritdoc/>
    public async Task<CompletionList> CompleteAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation)
    {
        offset = Math.Clamp(offset, 0, kql.Length);
        var json = await TryAskAsync("complete", kql, scope, cancellation, offset);
        return json is null ? CompletionList.None(offset) : EditorReplies.Completion(json, kql);
    }

    /// <inheritdoc/>
    public async Task<QuickInfo?> ExplainAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation)
    {
        offset = Math.Clamp(offset, 0, kql.Length);
        var json = await TryAskAsync("explain", kql, scope, cancellation, offset);
        return json is null ? null : EditorReplies.Explanation(json, kql, scope.Schema);
    }

    /// <inheritdoc/>
    public async Task<string> FormatAsync(string kql, CancellationToken cancellation) =>
        await TryAskAsync("format", kql, NoTables, cancellation) ?? kql;

    /// <inheritdoc/>
    public async Task<Completeness> CompletenessAsync(string kql, CancellationToken cancellation)
    {
        var json = await TryAskAsync("syntax", kql, NoTables, cancellation);
        return json is null ? Completeness.Invalid : EditorReplies.Completeness(json, kql);
    }

    /// <summary>All names that the language service knows.</summary>
    internal async Task<IReadOnlyList<KnownSymbol>> SymbolsAsync(CancellationToken cancellation) =>
        KnownSymbol.Read(await _engine.RunAsync(script => (string)script.Call("symbols")!, cancellation));

    /// <summary>The answer, or null when the text is too long or breaks the language service.</summary>
    private async Task<string?> TryAskAsync(
        string function, string kql, QueryScope scope, CancellationToken cancellation, params object[] more)
    {
        if (kql.Length > _limits.TextLength)
            return null;
        try
        {
            return await AskAsync(function, kql, scope, cancellation, more);
        }
        catch (LanguageFaultException)
        {
            return null;
        }
    }
}
