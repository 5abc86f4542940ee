using FlowKernel.CSharp.Completion.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion;

/// <summary>The type that the surroundings of a word ask for: an argument's, or that of the other side.</summary>
internal static class ExpectedType
{
    /// <summary>The type for a word at a place; null when anything goes.</summary>
    public static ITypeSymbol? At(WordPlace place, CancellationToken cancellation)
    {
        var type = TypeAt(place, cancellation);
        return type is { SpecialType: SpecialType.System_Object }
            or { TypeKind: TypeKind.TypeParameter or TypeKind.Error } ? null : type;
    }

    private static ITypeSymbol? TypeAt(WordPlace place, CancellationToken cancellation) => place.Before.Kind() switch
    {
        SyntaxKind.OpenParenToken or SyntaxKind.CommaToken or SyntaxKind.OpenBracketToken or SyntaxKind.OutKeyword =>
            Argument(place, cancellation),
        SyntaxKind.ColonToken when place.Before.Parent is NameColonSyntax => Argument(place, cancellation),
        SyntaxKind.EqualsToken => Assigned(place.Before.Parent, place.Model, cancellation),
        SyntaxKind.CaseKeyword => TypeOf(
            place.Before.Parent?.FirstAncestorOrSelf<SwitchStatementSyntax>()?.Expression, place.Model, cancellation),
        _ => place.Before.Parent is BinaryExpressionSyntax comparison && comparison.OperatorToken == place.Before
            ? TypeOf(comparison.Left, place.Model, cancellation)
            : null,
    };

    private static ITypeSymbol? Argument(WordPlace place, CancellationToken cancellation)
    {
        if (CallSite.At(place.Root, place.Start) is not { } site
            || Overloads.Of(site, place.Model, cancellation).Current is not { } current)
            return null;
        return Overloads.ParameterFor(current, site, site.IndexAt(place.Start))?.Type;
    }

    private static ITypeSymbol? Assigned(SyntaxNode? at, SemanticModel model, CancellationToken cancellation) =>
        at switch
        {
            AssignmentExpressionSyntax assignment => TypeOf(assignment.Left, model, cancellation),
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: { IsVar: false } declared } } =>
                TypeOf(declared, model, cancellation),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } =>
                TypeOf(property.Type, model, cancellation),
            EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } declared } } =>
                TypeOf(declared, model, cancellation),
            _ => null,
        };

    private static ITypeSymbol? TypeOf(ExpressionSyntax? given, SemanticModel model, CancellationToken cancellation) =>
        given is null ? null : model.GetTypeInfo(given, cancellation).Type;
}
