using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Weaving;

/// <summary>The expressions of a query expression that run for each of its elements.</summary>
internal static class QueryClauses
{
    /// <summary>Those that keep their meaning when a generic function passes them on.</summary>
    public static IEnumerable<ExpressionSyntax> RunForEach(
        QueryExpressionSyntax query, SemanticModel model, CancellationToken cancellation)
    {
        return ExpressionTrees.Hold(query, model, cancellation)
            ? []
            : Of(query.Body).Where(e => !IsTypeless(e) && Passes(model.GetTypeInfo(e, cancellation)));

        IEnumerable<ExpressionSyntax> Of(QueryBodySyntax body) =>
        [
            .. body.Clauses.SelectMany(OfClause),
            .. OfEnd(body),
            .. body.Continuation is { } next ? Of(next.Body) : [],
        ];

        // A select of the element itself is no call: made one, it would lose the order that the sequence has as its type.
        // After a second from or a join it is none of its own either, but theirs calls it for each pair.
        IEnumerable<ExpressionSyntax> OfEnd(QueryBodySyntax body) => body.SelectOrGroup switch
        {
            SelectClauseSyntax select when body.Clauses.LastOrDefault() is FromClauseSyntax or JoinClauseSyntax
                || model.GetSymbolInfo(select, cancellation).Symbol is not null => [select.Expression],
            GroupClauseSyntax group => [group.ByExpression],
            _ => [],
        };
    }

    private static IEnumerable<ExpressionSyntax> OfClause(QueryClauseSyntax clause) => clause switch
    {
        FromClauseSyntax from => [from.Expression],
        WhereClauseSyntax where => [where.Condition],
        LetClauseSyntax let => [let.Expression],
        OrderByClauseSyntax order => order.Orderings.Select(o => o.Expression),
        JoinClauseSyntax join => [join.LeftExpression, join.RightExpression],
        _ => [],
    };

    // The compiler tells of these the type that their place gives them.
    private static bool IsTypeless(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax outer => IsTypeless(outer.Expression),
        CheckedExpressionSyntax outer => IsTypeless(outer.Expression),
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        _ => expression is ImplicitObjectCreationExpressionSyntax,
    };

    // What has no type of its own (null, a lambda) gets it from its place; dynamic would be bound anew each time.
    private static bool Passes(TypeInfo type) =>
        type.Type is { TypeKind: not (TypeKind.Error or TypeKind.Dynamic or TypeKind.Pointer) } own
        && SymbolEqualityComparer.Default.Equals(own, type.ConvertedType);
}
