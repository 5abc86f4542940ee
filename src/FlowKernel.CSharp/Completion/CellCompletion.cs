using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using FlowSpan = FlowKernel.Text.TextSpan;
using RoslynItem = Microsoft.CodeAnalysis.Completion.CompletionItem;
using RoslynList = Microsoft.CodeAnalysis.Completion.CompletionList;

namespace FlowKernel.CSharp.Completion;

/// <summary>Roslyn's proposals, reduced to those that fit what was typed, the likely ones first.</summary>
internal static class CellCompletion
{
    private const int MostItems = 500;

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
        return new Session.CompletionList(new FlowSpan(found.Span.Start, found.Span.Length), Ranked(found, typed));
    }

    private static List<Session.CompletionItem> Ranked(RoslynList found, string typed) =>
    [
        .. found.ItemsList
            .Select(item => (Item: item, Fit: TypedPrefix.Fit(item.FilterText, typed)))
            .Where(p => p.Fit is not null)
            .OrderBy(p => p.Fit)
            .ThenByDescending(p => p.Item.Rules.MatchPriority)
            .ThenBy(p => CompletionKinds.RankOf(p.Item))
            .ThenBy(p => p.Item.SortText, StringComparer.OrdinalIgnoreCase)
            .Take(MostItems)
            .Select(p => Translate(p.Item)),
    ];

    private static Session.CompletionItem Translate(RoslynItem item) => new(
        item.DisplayTextPrefix + item.DisplayText + item.DisplayTextSuffix,
        item.Properties.GetValueOrDefault("InsertionText") ?? item.DisplayText,
        CompletionKinds.NameOf(item),
        item.InlineDescription is { Length: > 0 } description ? description : null);
}
