using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>Reads <c>on a, $left.b == $right.c</c>.</summary>
internal static class JoinKeys
{
    /// <summary>The keys; null when a condition is of another form, which is reported.</summary>
    public static IReadOnlyList<JoinKey>? Of(
        LoweringContext context, Relation left, Relation right, SyntaxNode? clause)
    {
        var keys = new List<JoinKey>();
        foreach (var condition in (clause?.List("Expressions") ?? []).SelectMany(Conjuncts))
        {
            if (KeyOf(context.Over(left), context.Over(right), condition) is not { } key)
            {
                context.Run.Report(LoweringDiagnostics.Construct("this join condition", condition.Span));
                return null;
            }

            if (key.Left.Type == KqlType.Dynamic || key.Right.Type == KqlType.Dynamic)
            {
                context.Run.Report(LoweringDiagnostics.DynamicKey(condition.Text ?? "this", condition.Span));
                return null;
            }

            keys.Add(key);
        }

        return keys;
    }

    private static IEnumerable<SyntaxNode> Conjuncts(SyntaxNode node) => node.Kind switch
    {
        "AndExpression" => Conjuncts(node["Left"]).Concat(Conjuncts(node["Right"])),
        "ParenthesizedExpression" => Conjuncts(node["Expression"]),
        _ => [node],
    };

    private static JoinKey? KeyOf(LoweringContext left, LoweringContext right, SyntaxNode node)
    {
        if (node.Kind == "NameReference" && left.Column(node.Text!) is { } l && right.Column(node.Text!) is { } r)
            return new JoinKey(new ColumnRef(l, node.Span), new ColumnRef(r, node.Span));
        if (node.Kind != "EqualExpression")
            return null;
        var (a, b) = (node["Left"], node["Right"]);
        if (SideOf(a) == "$left" && SideOf(b) == "$right")
            return Pair(left, right, a, b);
        return SideOf(a) == "$right" && SideOf(b) == "$left" ? Pair(left, right, b, a) : null;
    }

    private static string? SideOf(SyntaxNode node) =>
        node.Kind == "PathExpression" && node["Expression"] is { Kind: "NameReference" } side ? side.Text : null;

    private static JoinKey? Pair(LoweringContext left, LoweringContext right, SyntaxNode a, SyntaxNode b) =>
        left.Column(a["Selector"].Text ?? "") is { } l && right.Column(b["Selector"].Text ?? "") is { } r
            ? new JoinKey(new ColumnRef(l, a.Span), new ColumnRef(r, b.Span))
            : null;
}
