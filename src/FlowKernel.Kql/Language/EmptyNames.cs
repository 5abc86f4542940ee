using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;

namespace FlowKernel.Kql.Language;

/// <summary>
/// Expressions that a query names <c>['']</c>. Kusto.Language takes the name for none and leaves their columns out of
/// the result.
/// </summary>
internal static class EmptyNames
{
    /// <summary>A diagnostic for each.</summary>
    public static IReadOnlyList<Diagnostic> In(SyntaxNode root)
    {
        var found = new List<Diagnostic>();
        Visit(root, found);
        return found;
    }

    private static void Visit(SyntaxNode node, List<Diagnostic> found)
    {
        if (node.Kind == "SimpleNamedExpression" && node["Name"] is { Text: "", Span.Length: > 0 } name)
            found.Add(new Diagnostic("FK0125", "A column needs a name.", name.Span, "Write one between the quotes."));
        foreach (var child in node.Items)
            Visit(child, found);
    }
}
