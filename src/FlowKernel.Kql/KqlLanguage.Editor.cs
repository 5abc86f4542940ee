using FlowKernel.Kql.Language;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Text;

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
        if (EnclosingCall.Find(kql, offset) is not { } call)
            return await WordAsync(kql, offset, scope, cancellation);
        var function = await WordAsync(kql, call.Name.Start, scope, cancellation);
        var help = function is null ? null : CallHelp.Of(function, kql, call, offset);
        var word = help is null || (!call.IsInText && IsOnWord(kql, offset)) ? await WordAsync(kql, offset, scope, cancellation) : null;
        return word is null || help is null ? word ?? help : Both(word, help);
    }

    private async Task<QuickInfo?> WordAsync(
        string kql, int offset, QueryScope scope, CancellationToken cancellation)
    {
        var json = await TryAskAsync("explain", kql, scope, cancellation, offset);
        return json is null ? null : EditorReplies.Explanation(json, kql, scope.Schema);
    }

    // What is to be written next is told by the call; an argument that is written, by itself first.
    private static bool IsOnWord(string kql, int offset) =>
        (offset < kql.Length && IsOfWord(kql[offset])) || (offset > 0 && IsOfWord(kql[offset - 1]));

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static QuickInfo Both(QuickInfo word, QuickInfo help) => word with
    {
        Markdown = $"{word.Markdown}\n\n---\n\n{help.Markdown}",
        Plain = $"{word.Plain ?? word.Markdown}\n\n{help.Plain}",
    };

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
