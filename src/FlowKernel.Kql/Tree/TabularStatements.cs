using FlowKernel.Text;

namespace FlowKernel.Kql.Tree;

/// <summary>Finds the parts of a whole query in its tree.</summary>
internal static class TabularStatements
{
    /// <summary>The expressions whose results the query gives, in order.</summary>
    public static IEnumerable<SyntaxNode> Of(SyntaxNode root) =>
        root.List("Statements").Where(s => s.Kind == "ExpressionStatement").Select(s => s["Expression"]);

    /// <summary>The render operator that ends a tabular expression, or null.</summary>
    public static SyntaxNode? RenderOf(SyntaxNode expression) =>
        expression.Kind == "PipeExpression" && expression["Operator"] is { Kind: "RenderOperator" } render
            ? render
            : null;

    /// <summary>Where the render operator stands, from the end of what it draws; null when there is none.</summary>
    public static TextSpan? RenderSpanOf(SyntaxNode expression) => RenderOf(expression) is { } render
        ? TextSpan.FromBounds(expression["Expression"].Span.End, render.Span.End)
        : null;

    /// <summary>The name that a final <c>as</c> gives the result, or null.</summary>
    public static string? NameOf(SyntaxNode expression)
    {
        if (expression.Kind != "PipeExpression")
            return null;
        var last = expression["Operator"];
        return last.Kind switch
        {
            "AsOperator" => last["Name"].Text,
            "RenderOperator" => NameOf(expression["Expression"]),
            _ => null,
        };
    }
}
