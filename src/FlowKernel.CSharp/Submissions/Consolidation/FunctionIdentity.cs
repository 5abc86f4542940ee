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
        AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax argument } => LibraryCalls.OnlyCalls(argument, model),
        LocalFunctionStatementSyntax local => local.IsOnlyCalled(),
        QueryExpressionSyntax query => LibraryCalls.AreAllOf(query, model),
        _ => false,
    };
}
