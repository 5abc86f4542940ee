using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion;

/// <summary>Where a word that is being typed begins, and what stands before it.</summary>
/// <param name="Root">The cell.</param>
/// <param name="Model">What its names mean.</param>
/// <param name="Start">The word's offset.</param>
/// <param name="Before">The token before it; none at the start of the cell.</param>
internal sealed record WordPlace(SyntaxNode Root, SemanticModel Model, int Start, SyntaxToken Before)
{
    /// <summary>The place at an offset of a document.</summary>
    public static async Task<WordPlace> AtAsync(Document document, int start, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        return new WordPlace(root, model, start, start == 0 ? default : root.FindToken(start - 1));
    }

    /// <summary>True after a dot: only members can follow.</summary>
    public bool IsMember => Before.IsKind(SyntaxKind.DotToken);

    /// <summary>True in a <c>using</c> line.</summary>
    public bool IsInUsing => Before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;

    /// <summary>
    /// The variable whose initial value the word is part of, which has no value there; null elsewhere, and in a lambda,
    /// which may run later.
    /// </summary>
    public string? Initialised => Before.Parent?.AncestorsAndSelf()
        .TakeWhile(node => node is not AnonymousFunctionExpressionSyntax)
        .OfType<EqualsValueClauseSyntax>()
        .Select(value => (value.Parent as VariableDeclaratorSyntax)?.Identifier.ValueText)
        .FirstOrDefault();

    /// <summary>The type, namespace or value's type that stands before the dot; null where there is none.</summary>
    public INamespaceOrTypeSymbol? Container(CancellationToken cancellation)
    {
        SyntaxNode? left = Before.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax qualified => qualified.Left,
            MemberBindingExpressionSyntax binding =>
                binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (!IsMember || left is null)
            return null;
        return Model.GetSymbolInfo(left, cancellation).Symbol as INamespaceOrTypeSymbol
            ?? Model.GetTypeInfo(left, cancellation).Type;
    }
}
