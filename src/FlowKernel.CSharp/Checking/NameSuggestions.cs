using FlowKernel.CSharp.Submissions;
using FlowKernel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Checking;

/// <summary>
/// For a name that the compiler does not know: the <c>using</c> or the package that would bring it, or the known name
/// that it may be a misspelling of.
/// </summary>
internal static class NameSuggestions
{
    private static readonly string[] Unknown = ["CS0103", "CS0246", "CS0234", "CS0117", "CS1061"];

    /// <summary>A way out for a mistake, or null.</summary>
    public static string? For(Diagnostic found, CSharpCompilation cell, CancellationToken cancellation)
    {
        if (!Unknown.Contains(found.Id) || found.Location.SourceTree is not { } tree)
            return null;
        var root = tree.GetRoot(cancellation);
        if (root.FindNode(found.Location.SourceSpan).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()
            is not { } name)
            return null;
        var model = cell.GetSemanticModel(tree);
        return ContainerOf(name, model, cancellation) is { } container
            ? ForMember(name, container, model)
            : ForName(name, model, typesOnly: found.Id == "CS0246");
    }

    private static string? ForName(SimpleNameSyntax name, SemanticModel model, bool typesOnly)
    {
        var text = name.Identifier.ValueText;
        if (UnseenNames.Namespace(text, name.Arity, model.Compilation) is { } space)
            return $"Add using {space};";
        var seen = typesOnly
            ? model.LookupNamespacesAndTypes(name.SpanStart)
            : model.LookupSymbols(name.SpanStart);
        var known = seen.Where(s => s.CanBeReferencedByName && !CellClass.Is(s.Name)).Select(s => s.Name);
        return DidYouMean(text, known) ?? WellKnownPackages.HintFor(text);
    }

    private static string? ForMember(SimpleNameSyntax name, INamespaceOrTypeSymbol container, SemanticModel model)
    {
        var text = name.Identifier.ValueText;
        var known = model.LookupSymbols(name.SpanStart, container, includeReducedExtensionMethods: true)
            .Where(s => s.CanBeReferencedByName)
            .Select(s => s.Name);
        if (DidYouMean(text, known) is { } near)
            return near;
        return container is ITypeSymbol type && UnseenNames.ExtensionNamespace(text, type, model.Compilation) is { } space
            ? $"Add using {space}; if you mean its extension method."
            : null;
    }

    private static string? DidYouMean(string name, IEnumerable<string> known) =>
        NearestName.Find(name, known.Distinct(StringComparer.Ordinal)) is { } near && near != name ? $"Did you mean {near}?" : null;

    // What the name was looked for in; null for a name without a qualifier.
    private static INamespaceOrTypeSymbol? ContainerOf(
        SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? qualifier = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
            MemberBindingExpressionSyntax binding =>
                binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (qualifier is null)
            return null;
        return model.GetSymbolInfo(qualifier, cancellation).Symbol as INamespaceOrTypeSymbol
            ?? model.GetTypeInfo(qualifier, cancellation).Type;
    }
}
