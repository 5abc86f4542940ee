using FlowKernel.CSharp.Completion.Overriding;
using FlowKernel.CSharp.Completion.Ranking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;
using FlowSpan = FlowKernel.Text.TextSpan;
using RoslynItem = Microsoft.CodeAnalysis.Completion.CompletionItem;

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
        if (await OverrideCompletion.AtAsync(document, offset, cancellation) is { } overrides)
            return overrides;
        var service = CompletionService.GetService(document)!;
        var found = await service.GetCompletionsAsync(document, offset, cancellationToken: cancellation);
        if (found.ItemsList.Count == 0)
            return Session.CompletionList.None(offset);
        var text = await document.GetTextAsync(cancellation);
        var typed = text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(found.Span.Start, offset));
        var place = await WordPlace.AtAsync(document, found.Span.Start, cancellation);
        var container = place.Container(cancellation);
        var names = NamesInScope.At(place, container, cancellation);
        var proposals = Proposals(found.ItemsList, place, names, typed);
        return new Session.CompletionList(
            new FlowSpan(found.Span.Start, found.Span.Length),
            [
                .. new Likelihood(place, names, container).Ranked(proposals, typed).Take(MostItems)
                    .Select((p, i) => Translate(p, i < MostSignatures ? names : null)),
            ]);
    }

    private static IEnumerable<Proposal> Proposals(
        IReadOnlyList<RoslynItem> items, WordPlace place, NamesInScope names, string typed)
    {
        var initialised = place.Initialised;
        var own = items.Where(item => CanBeInserted(item, place) && (place.IsMember || item.DisplayText != initialised));
        return items.Any(item => item.Tags.Contains(WellKnownTags.Namespace))
            ? own.Select(Proposal.Of).Concat(TypesElsewhere.At(place, names, typed))
            : own.Select(Proposal.Of);
    }

    // What changes more than the word itself, such as an operator, which takes the dot away, is more than a list can say.
    private static bool CanBeInserted(RoslynItem item, WordPlace place) =>
        !item.Tags.Contains(WellKnownTags.Snippet)
        && (!item.IsComplexTextEdit || (item.Tags.Contains(WellKnownTags.Keyword) && !place.IsMember));

    private static Session.CompletionItem Translate(Proposal proposal, NamesInScope? names) => new(
        proposal.Label,
        proposal.Insert,
        proposal.Kind.Word,
        proposal.IsElsewhere ? proposal.Remark : BriefSignature.Of([.. names?.Named(proposal.Name) ?? []]) ?? proposal.Remark);
}
