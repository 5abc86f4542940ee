using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Weaving;

/// <summary>Code that becomes data which something else reads, such as a database: nothing may be put into it.</summary>
internal static class ExpressionTrees
{
    /// <summary>Whether a node is in one, or is one.</summary>
    public static bool Hold(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        node.AncestorsAndSelf().Any(n => n switch
        {
            LambdaExpressionSyntax lambda =>
                model.GetTypeInfo(lambda, cancellation).ConvertedType is not { TypeKind: TypeKind.Delegate },
            QueryExpressionSyntax query => Operators(query, model, cancellation).Any(IsOfTrees),
            _ => false,
        });

    // A query over a query (into) goes on with the same operators.
    private static IEnumerable<ISymbol?> Operators(
        QueryExpressionSyntax query, SemanticModel model, CancellationToken cancellation) =>
        query.DescendantNodes().Select(n => n switch
        {
            QueryClauseSyntax clause => model.GetQueryClauseInfo(clause, cancellation).OperationInfo.Symbol,
            SelectOrGroupClauseSyntax or OrderingSyntax => model.GetSymbolInfo(n, cancellation).Symbol,
            _ => null,
        });

    private static bool IsOfTrees(ISymbol? @operator) => @operator is IMethodSymbol method
        && method.Parameters.Any(p => p.Type.TypeKind != TypeKind.Delegate && p.Type.Name == "Expression");
}
