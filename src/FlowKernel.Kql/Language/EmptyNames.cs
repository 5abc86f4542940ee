using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;

namespace FlowKernel.Kql.Language;

/// <summary>
/// Expressions that a query names <c>['']</c>. Kusto.Language takes the name for none and leaves their columns out of
/// the result.
/// </summary>
internal static class EmptyNames
{
    /// <summary>A diagnostic for each in a query.</summary>
    public static IReadOnlyList<Diagnostic> In(SyntaxNode root, string kql)
    {
        var found = new List<Diagnostic>();
        Visit(root, kql, found);
        return found;
    }

    private static void Visit(SyntaxNode node, string kql, List<Diagnostic> found)
    {
        if (node.Kind == "SimpleNamedExpression" && node["Name"] is { Text: "" } name
            && IsEmpty(kql.AsSpan(name.Span.Start, name.Span.Length)))
            found.Add(new Diagnostic("FK0125", "A column needs a name.", name.Span, "Write one between the quotes."));
        foreach (var child in node.Items)
            Visit(child, kql, found);
    }

    // A name of spaces is a name, though the tree gives it without them.
    private static bool IsEmpty(ReadOnlySpan<char> written) => written.Trim("[] \t\r\n") is "''" or "\"\"";
}
