using FlowKernel.CSharp.Completion.Ranking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Completion.Overriding;

/// <summary>
/// Proposes the members that a type can override, each with its body. Roslyn's own are a change of the whole cell, with
/// usings that every cell has, which takes many milliseconds for each.
/// </summary>
internal static class OverrideCompletion
{
    /// <summary>The members for an offset after <c>override</c> in a type; null elsewhere.</summary>
    public static async Task<Session.CompletionList?> AtAsync(
        Document document, int offset, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var source = await document.GetTextAsync(cancellation);
        if (OverridePlace.At(root, source, offset) is not { } place)
            return null;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        if (model.GetDeclaredSymbol(place.Type, cancellation) is not INamedTypeSymbol type)
            return null;
        var text = new OverrideText(place, model);
        var members = OverridableMembers.Of(type, model.Compilation)
            .Where(m => place.Access.Length == 0 || place.Access == OverrideText.AccessOf(m, type))
            .Where(m => place.Result.Length == 0 || place.Result == text.ResultOf(m));
        var typed = source.ToString(TextSpan.FromBounds(place.Word.Start, offset));
        return new Session.CompletionList(
            new FlowSpan(place.Word.Start, place.Word.Length),
            [.. Ranked(members, typed).Select(m => Item(m, type, text))]);
    }

    // What must be written comes first.
    private static IEnumerable<ISymbol> Ranked(IEnumerable<ISymbol> members, string typed) =>
        TypedPrefix.Fitting(members, m => m.Name, typed)
            .OrderBy(m => m.Fit)
            .ThenBy(m => Likelihood.IsOfEverything(m.Item.Name))
            .ThenByDescending(m => m.Item.IsAbstract)
            .ThenBy(m => m.Item.Name, StringComparer.Ordinal)
            .Select(m => m.Item);

    private static Session.CompletionItem Item(ISymbol member, INamedTypeSymbol type, OverrideText text) => new(
        OverrideText.Label(member),
        text.Of(member, type),
        CompletionKind.Of(member).Word,
        BriefSignature.Of([member]));
}
