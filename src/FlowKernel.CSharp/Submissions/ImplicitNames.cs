using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Names that the compiler looks up for a piece of syntax without their being written: they may be extension methods that a cell
/// declares (C# language specification, 12.20.3 query expression translation, and the patterns of the statements).
/// </summary>
internal static class ImplicitNames
{
    private static readonly FrozenDictionary<SyntaxKind, string[]> Names = new Dictionary<SyntaxKind, string[]>
    {
        [SyntaxKind.FromClause] = ["SelectMany", "Cast"],
        [SyntaxKind.WhereClause] = ["Where"],
        [SyntaxKind.SelectClause] = ["Select"],
        [SyntaxKind.LetClause] = ["Select"],
        [SyntaxKind.GroupClause] = ["GroupBy"],
        [SyntaxKind.JoinClause] = ["Join", "GroupJoin"],
        [SyntaxKind.AscendingOrdering] = ["OrderBy", "ThenBy"],
        [SyntaxKind.DescendingOrdering] = ["OrderByDescending", "ThenByDescending"],
        [SyntaxKind.ForEachStatement] = ["GetEnumerator", "GetAsyncEnumerator"],
        [SyntaxKind.ForEachVariableStatement] = ["GetEnumerator", "GetAsyncEnumerator", "Deconstruct"],
        [SyntaxKind.AwaitExpression] = ["GetAwaiter"],
        [SyntaxKind.CollectionInitializerExpression] = ["Add"],
        [SyntaxKind.CollectionExpression] = ["Add"],
        [SyntaxKind.TupleExpression] = ["Deconstruct"],
        [SyntaxKind.ParenthesizedVariableDesignation] = ["Deconstruct"],
        [SyntaxKind.PositionalPatternClause] = ["Deconstruct"],
        [SyntaxKind.FixedStatement] = ["GetPinnableReference"],
    }.ToFrozenDictionary();

    /// <summary>Those of a node itself; none of the nodes in it.</summary>
    public static IReadOnlyList<string> Of(SyntaxNode node) => Names.GetValueOrDefault(node.Kind(), []);
}
