using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;
using FlowSpan = FlowKernel.Text.TextSpan;
using RoslynItem = Microsoft.CodeAnalysis.Completion.CompletionItem;
using RoslynList = Microsoft.CodeAnalysis.Completion.CompletionList;

namespace FlowKernel.CSharp.Completion;

/// <summary>Roslyn's proposals, reduced to those that fit what was typed, the likely ones first.</summary>
internal static class CellCompletion
{
    private const int MostItems = 500;
    private const int MostSignatures = 100;

    /// <summary>What could stand at an offset of a document.</summary>
    public static async Task<Session.CompletionList> CompleteAsync(
        Document document, int offset, CancellationToken cancellation)
    {
        var service = CompletionService.GetService(document)!;
        var found = await service.GetCompletionsAsync(document, offset, cancellationToken: cancellation);
        if (found.ItemsList.Count == 0)
            return Session.CompletionList.None(offset);
        var text = await document.GetTextAsync(cancellation);
        var typed = text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(found.Span.Start, offset));
        var names = await NamesInScope.AtAsync(document, found.Span.Start, cancellation);
        return new Session.CompletionList(
            new FlowSpan(found.Span.Start, found.Span.Length),
            [.. Ranked(found, typed, names).Select((item, i) => Translate(item, i < MostSignatures ? names : null))]);
    }

    private static IEnumerable<RoslynItem> Ranked(RoslynList found, string typed, NamesInScope names)
    {
        var words = found.ItemsList.Where(item => !item.Tags.Contains(WellKnownTags.Snippet));
        return TypedPrefix.Fitting(words, item => item.FilterText, typed)
            .OrderBy(p => p.Fit)
            // Before what Roslyn prefers: Equals, wherever a bool may stand.
            .ThenBy(p => names.IsOfEverything(p.Item.FilterText) && !names.IsExpected(p.Item.FilterText))
            .ThenByDescending(p => p.Item.Rules.MatchPriority)
            .ThenByDescending(p => names.IsExpected(p.Item.FilterText))
            .ThenBy(p => CompletionKinds.RankOf(p.Item))
            .ThenBy(p => p.Item.SortText, StringComparer.OrdinalIgnoreCase)
            .Take(MostItems)
            .Select(p => p.Item);
    }

    private static Session.CompletionItem Translate(RoslynItem item, NamesInScope? names) => new(
        item.DisplayTextPrefix + item.DisplayText + item.DisplayTextSuffix,
        item.Properties.GetValueOrDefault("InsertionText") ?? item.DisplayText,
        CompletionKinds.NameOf(item),
        BriefSignature.Of([.. names?.Named(item.DisplayText) ?? []])
            ?? (item.InlineDescription is { Length: > 0 } description ? description : null));
}
