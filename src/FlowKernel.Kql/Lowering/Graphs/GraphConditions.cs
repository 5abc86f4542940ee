using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>Takes the condition of a pattern apart.</summary>
internal static class GraphConditions
{
    /// <summary>
    /// The conditions on several elements; those on one element are noted there. A condition on an edge of a path, and
    /// <c>all</c> over it, holds for each of its edges, and <c>all</c> over its inner nodes for each of these.
    /// </summary>
    public static List<Scalar> Read(LoweringContext context, GraphScope scope, SyntaxNode? condition)
    {
        var left = new List<Scalar>();
        foreach (var part in condition is null ? [] : Conjuncts(condition))
        {
            if (OfWholePath(context, scope, part))
                continue;
            var scalar = context.Scalar(part);
            var owners = ColumnsOf(scalar).Select(scope.Owner).Distinct().ToList();
            if (owners is [{ } owner])
                owner.Filters.Add(Over(scope, owner, scalar));
            else if (owners.Exists(o => o is { IsVariable: true }))
                ScalarLowering.Refused(context, part);
            else
                left.Add(scalar);
        }

        return left;
    }

    /// <summary>The columns that an expression reads.</summary>
    public static IEnumerable<PlanColumn> ColumnsOf(Scalar scalar) => scalar switch
    {
        ColumnRef reference => [reference.Column],
        Call call => call.Arguments.SelectMany(ColumnsOf),
        InSubquery membership => ColumnsOf(membership.Value),
        _ => [],
    };

    /// <summary>The expression over the graph's relation in place of the element's row.</summary>
    private static Scalar Over(GraphScope scope, GraphElement element, Scalar scalar) => scalar switch
    {
        ColumnRef reference => new ColumnRef(scope.Behind(element, reference.Column), reference.Span),
        Call call => call with { Arguments = [.. call.Arguments.Select(a => Over(scope, element, a))] },
        InSubquery membership => membership with { Value = Over(scope, element, membership.Value) },
        _ => scalar,
    };

    private static bool OfWholePath(LoweringContext context, GraphScope scope, SyntaxNode part)
    {
        if (part.Kind != "FunctionCallExpression" || part["Name"].Text != "all")
            return false;
        var arguments = part["ArgumentList"].List("Expressions").ToList();
        if (arguments.Count != 2)
            return false;
        var inner = arguments[0].Kind == "FunctionCallExpression" && arguments[0]["Name"].Text == "inner_nodes";
        var path = inner ? arguments[0]["ArgumentList"].List("Expressions").First() : arguments[0];
        if (scope.Element(path) is not { IsEdge: true } edge || scope.LowerOver(context, inner, arguments[1]) is not { } condition)
            return false;
        (inner ? edge.InnerFilters : edge.Filters).Add(condition);
        return true;
    }

    private static IEnumerable<SyntaxNode> Conjuncts(SyntaxNode node) => node.Kind switch
    {
        "AndExpression" => Conjuncts(node["Left"]).Concat(Conjuncts(node["Right"])),
        "ParenthesizedExpression" => Conjuncts(node["Expression"]),
        _ => [node],
    };
}
