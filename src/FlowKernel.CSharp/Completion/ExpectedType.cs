using FlowKernel.CSharp.Completion.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion;

/// <summary>The type that the surroundings of a word ask for: an argument's, or that of the other side.</summary>
internal static class ExpectedType
{
    /// <summary>The type for a word that begins at an offset; null when anything goes.</summary>
    public static ITypeSymbol? At(SyntaxNode root, SemanticModel model, int start, CancellationToken cancellation)
    {
        if (start == 0)
            return null;
        var before = root.FindToken(start - 1);
        var type = before.Kind() switch
        {
            SyntaxKind.OpenParenToken or SyntaxKind.CommaToken or SyntaxKind.OpenBracketToken =>
                Argument(root, model, start, cancellation),
            SyntaxKind.EqualsToken => Assigned(before.Parent, model, cancellation),
            _ => before.Parent is BinaryExpressionSyntax comparison && comparison.OperatorToken == before
                ? model.GetTypeInfo(comparison.Left, cancellation).Type
                : null,
        };
        return type is { SpecialType: SpecialType.System_Object }
            or { TypeKind: TypeKind.TypeParameter or TypeKind.Error } ? null : type;
    }

    private static ITypeSymbol? Argument(
        SyntaxNode root, SemanticModel model, int start, CancellationToken cancellation)
    {
        if (CallSite.At(root, start) is not { } site
            || Overloads.Of(site, model, cancellation).Current is not { } current)
            return null;
        return Overloads.ParametersOf(current).ElementAtOrDefault(site.IndexAt(start))?.Type;
    }

    private static ITypeSymbol? Assigned(SyntaxNode? at, SemanticModel model, CancellationToken cancellation) =>
        at switch
        {
            AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left, cancellation).Type,
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: { IsVar: false } declared } } =>
                model.GetTypeInfo(declared, cancellation).Type,
            _ => null,
        };
}
