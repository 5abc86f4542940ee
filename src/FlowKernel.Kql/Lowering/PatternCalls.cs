using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// <c>declare pattern</c> (https://learn.microsoft.com/kusto/query/pattern-statement): a call such as
/// <c>country("Canada").Alberta</c> stands for the expression that the pattern maps these texts to.
/// </summary>
internal static class PatternCalls
{
    /// <summary>The relation that a call of a pattern stands for; null for any other expression.</summary>
    public static Relation? TryLower(LoweringContext context, SyntaxNode node)
    {
        var call = node.Kind == "PathExpression" ? node["Expression"] : node;
        if (call.Kind != "FunctionCallExpression"
            || context.Names.Find(call["Name"].Text!) is not PatternBinding pattern)
            return null;
        string?[] given = [.. Texts(call["ArgumentList"]), PathOf(node)];
        if (pattern.Declaration.List("Patterns").FirstOrDefault(m => given.SequenceEqual(Keys(m))) is not { } match)
            return context.Refuse(node, LoweringDiagnostics.NoPattern(call["Name"].Text!, node.Span));
        var inside = match["Body"].List("Statements").Aggregate(pattern.Context, StatementLowering.Lower);
        return inside.Table(match["Body"]["Expression"]);
    }

    private static IEnumerable<string?> Keys(SyntaxNode match) =>
        Texts(match["ParameterValues"]).Append(match.Find("PathValue") is { } path ? TextOf(path["Value"]) : null);

    private static IEnumerable<string?> Texts(SyntaxNode list) => list.List("Expressions").Select(TextOf);

    private static string? PathOf(SyntaxNode node) => node.Kind != "PathExpression" ? null
        : node["Selector"] is { Kind: "BracketedExpression" } bracketed ? TextOf(bracketed["Expression"])
        : node["Selector"].Text;

    private static string? TextOf(SyntaxNode node) =>
        node.Kind.EndsWith("StringLiteralExpression", StringComparison.Ordinal) ? LiteralText.String(node) : node.Text;
}
