using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// Types of which something may be kept though there is no object of them: what is looked up by <c>typeof</c>, and the static
/// fields of a cell's own generic type, or in its generic method, which .NET has for each type that it is used with.
/// </summary>
internal static class LastingTypes
{
    /// <summary>Their names in a cell, also of types that are none.</summary>
    public static IEnumerable<string> NamesIn(CSharpCompilation cell, CancellationToken cancellation)
    {
        foreach (var tree in cell.SyntaxTrees)
        {
            var nodes = tree.GetRoot(cancellation).DescendantNodes().ToList();
            foreach (var type in nodes.OfType<TypeOfExpressionSyntax>())
            {
                foreach (var name in type.MentionedNames())
                    yield return name;
            }

            var model = cell.GetSemanticModel(tree);
            foreach (var generic in nodes.OfType<GenericNameSyntax>().Where(g => IsOfCell(g, model, cancellation)))
            {
                foreach (var name in generic.TypeArgumentList.MentionedNames())
                    yield return name;
            }

            foreach (var name in nodes.OfType<IdentifierNameSyntax>().Where(MayInfer).SelectMany(n => Inferred(n, model, cancellation)))
                yield return name;
        }
    }

    // A method that is called, or handed over as a delegate, without saying for which types.
    private static bool MayInfer(IdentifierNameSyntax name)
    {
        ExpressionSyntax named = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return named.Parent is ArgumentSyntax || (named.Parent is InvocationExpressionSyntax call && call.Expression == named);
    }

    private static IEnumerable<string> Inferred(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(name, cancellation).Symbol is IMethodSymbol { IsGenericMethod: true } method
        && method.ContainingAssembly is { } assembly && SubmissionCompiler.IsCell(assembly.Name)
            ? method.TypeArguments.SelectMany(NamesOf)
            : [];

    private static IEnumerable<string> NamesOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NamesOf(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(NamesOf)
            .Concat(named.ContainingType is { } outer ? NamesOf(outer) : []).Append(named.Name),
        _ => [],
    };

    private static bool IsOfCell(GenericNameSyntax generic, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(generic, cancellation).Symbol?.ContainingAssembly is { } assembly && SubmissionCompiler.IsCell(assembly.Name);
}
