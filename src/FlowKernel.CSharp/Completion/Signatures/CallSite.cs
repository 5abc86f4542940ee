using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion.Signatures;

/// <summary>The call whose arguments an offset is in.</summary>
/// <param name="Call">The call, creation, element access or attribute.</param>
/// <param name="Arguments">Its argument list, perhaps without an end.</param>
internal sealed record CallSite(SyntaxNode Call, SyntaxNode Arguments)
{
    /// <summary>The innermost call whose brackets hold the offset; null when there is none.</summary>
    public static CallSite? At(SyntaxNode root, int offset)
    {
        var token = root.FindToken(Math.Max(0, offset - 1));
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (IsArgumentList(node) && Holds(node, offset) && node.Parent is { } call)
                return new CallSite(call, node);
            // The statements of a lambda are not arguments of the call that it is handed to.
            if (node is BlockSyntax or GlobalStatementSyntax)
                return null;
        }

        return null;
    }

    /// <summary>How many arguments there are, finished or not.</summary>
    public int Count => Separators.Count() + 1;

    /// <summary>Which argument an offset is in, from 0.</summary>
    public int IndexAt(int offset) => Separators.Count(comma => comma.Span.End <= offset);

    /// <summary>The name before the colon of an argument, or null.</summary>
    public string? NameOf(int index) => Items.ElementAtOrDefault(index) switch
    {
        ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
        AttributeArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    /// <summary>The expressions of the arguments; null where one is missing.</summary>
    public IReadOnlyList<ExpressionSyntax?> Expressions =>
        [.. Items.Select(item => item is ArgumentSyntax { Expression: { IsMissing: false } given } ? given : null)];

    private IEnumerable<SyntaxNode> Items => Arguments.ChildNodes();

    private IEnumerable<SyntaxToken> Separators =>
        Arguments.ChildTokens().Where(token => token.IsKind(SyntaxKind.CommaToken));

    private static bool IsArgumentList(SyntaxNode node) =>
        node is ArgumentListSyntax or BracketedArgumentListSyntax or AttributeArgumentListSyntax;

    private static bool Holds(SyntaxNode list, int offset)
    {
        var (open, close) = (list.GetFirstToken(), list.GetLastToken(includeZeroWidth: true));
        return offset >= open.Span.End && (close.IsMissing || offset <= close.SpanStart);
    }
}
