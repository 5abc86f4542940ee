using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>
/// Finds strings that a comment calls KQL: <c>/* lang=kql */ "…"</c>, or <c>// lang=kql</c> above or behind the
/// statement (Roslyn's convention for embedded languages).
/// </summary>
internal static partial class CommentedKql
{
    /// <summary>The string, when <paramref name="node"/> is one and such a comment stands by it.</summary>
    public static IEnumerable<KqlArgument> Of(SyntaxNode node) =>
        node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression }
            or InterpolatedStringExpressionSyntax
            && IsMarked((ExpressionSyntax)node)
            ? [new KqlArgument((ExpressionSyntax)node, TakesHoles: true)]
            : [];

    private static bool IsMarked(ExpressionSyntax text) =>
        SaysKql(text.GetLeadingTrivia())
        || SaysKql(text.GetFirstToken().GetPreviousToken().TrailingTrivia)
        || (text.Parent is EqualsValueClauseSyntax or AssignmentExpressionSyntax
            && text.FirstAncestorOrSelf<SyntaxNode>(n => n is StatementSyntax or MemberDeclarationSyntax) is { } whole
            && (SaysKql(whole.GetLeadingTrivia()) || SaysKql(whole.GetTrailingTrivia())));

    private static bool SaysKql(SyntaxTriviaList trivia) => trivia.Any(t =>
        (t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia))
        && Language().IsMatch(t.ToString()));

    [GeneratedRegex(@"\blang(uage)?\s*=\s*kql\b", RegexOptions.IgnoreCase)]
    private static partial Regex Language();
}
