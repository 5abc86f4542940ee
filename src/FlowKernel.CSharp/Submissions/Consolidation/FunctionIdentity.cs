using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// Functions that make what is compared by the place it was compiled at: two delegates of one lambda are equal, and so are two
/// anonymous objects, but not with those of the same function compiled once more.
/// </summary>
internal static class FunctionIdentity
{
    // What these are given to call they do not show to anybody.
    private static readonly FrozenSet<string> Callers = FrozenSet.Create(
        StringComparer.Ordinal, "System.Linq.Enumerable", "System.Collections.Generic.List<T>", "System.Array");

    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>True when somebody may tell that a cell's functions were compiled once more.</summary>
    public static bool IsShown(CSharpCompilation cell)
    {
        var functions = cell.CellTree().Declarations().OfType<MethodDeclarationSyntax>().ToList();
        if (functions.TrueForAll(f => !f.DescendantNodes().Any(MayShow)))
            return false;
        var model = cell.GetSemanticModel(cell.CellTree());
        return functions.SelectMany(f => f.DescendantNodes().Where(MayShow)).Any(n => !IsHidden(n, model));
    }

    private static bool MayShow(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax or AnonymousObjectCreationExpressionSyntax or LocalFunctionStatementSyntax
        or QueryExpressionSyntax;

    private static bool IsHidden(SyntaxNode node, SemanticModel model) => node switch
    {
        AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax argument } => IsOnlyCalled(argument, model),
        LocalFunctionStatementSyntax local => IsOnlyCalled(local),
        QueryExpressionSyntax query => query.DescendantNodes().OfType<QueryClauseSyntax>().All(c => IsOfCaller(c, model))
            && IsOfCaller(model.GetSymbolInfo(query.Body.SelectOrGroup).Symbol),
        _ => false,
    };

    private static bool IsOnlyCalled(ArgumentSyntax argument, SemanticModel model) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method && IsOfCaller(method)
        && (method.ReducedFrom ?? method).OriginalDefinition.Parameters is var parameters
        && parameters.ElementAtOrDefault(call.ArgumentList.Arguments.IndexOf(argument) + (method.ReducedFrom is null ? 0 : 1))
            is { Type.TypeKind: TypeKind.Delegate };

    private static bool IsOnlyCalled(LocalFunctionStatementSyntax local) => local.FirstAncestorOrSelf<MethodDeclarationSyntax>()!
        .DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == local.Identifier.ValueText)
        .All(n => n.Parent is InvocationExpressionSyntax);

    private static bool IsOfCaller(QueryClauseSyntax clause, SemanticModel model) =>
        model.GetQueryClauseInfo(clause) is var info && IsOfCaller(info.CastInfo.Symbol) && IsOfCaller(info.OperationInfo.Symbol);

    private static bool IsOfCaller(ISymbol? method) =>
        method is null || Callers.Contains(method.ContainingType.OriginalDefinition.ToDisplayString(TypeName));
}
