using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion.Ranking;

/// <summary>Words that a place all but asks for.</summary>
internal static class CalledFor
{
    private static readonly (SyntaxKind Before, Func<SyntaxNode?, bool> In, string[] Words)[] ByToken =
    [
        (SyntaxKind.OutKeyword, _ => true, ["var"]),
        (SyntaxKind.OpenParenToken, node => node is CommonForEachStatementSyntax or ForStatementSyntax, ["var"]),
        (SyntaxKind.OpenParenToken, node => node is UsingStatementSyntax, ["var"]),
    ];

    private static readonly (SpecialType Expected, string[] Words)[] ByType =
    [
        (SpecialType.System_Boolean, ["true", "false"]),
    ];

    /// <summary>The words for a place at which a type is expected.</summary>
    public static IReadOnlySet<string> At(WordPlace place, ITypeSymbol? expected) =>
        ByToken.Where(fact => place.Before.IsKind(fact.Before) && fact.In(place.Before.Parent))
            .Select(fact => fact.Words)
            .Concat(ByType.Where(fact => !place.IsMember && expected?.SpecialType == fact.Expected).Select(f => f.Words))
            .SelectMany(words => words)
            .ToHashSet(StringComparer.Ordinal);
}
