using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>
/// Walks and rebuilds scalar expressions; subqueries count as leaves, but for the value they look up.
/// </summary>
internal static class ScalarTree
{
    /// <summary>The expression and all below it.</summary>
    public static IReadOnlyList<Scalar> All(Scalar scalar)
    {
        var all = new List<Scalar>();
        Add(scalar, all);
        return all;
    }

    /// <summary>The columns that an expression reads from its input.</summary>
    public static IEnumerable<PlanColumn> Columns(Scalar scalar) =>
        All(scalar).OfType<ColumnRef>().Select(r => r.Column);

    /// <summary>The relations inside an expression.</summary>
    public static IEnumerable<Relation> Relations(Scalar scalar) => All(scalar).SelectMany(s => s switch
    {
        ScalarSubquery subquery => [subquery.Relation],
        InSubquery membership => [membership.Relation],
        _ => Enumerable.Empty<Relation>(),
    });

    /// <summary>The operands of an expression.</summary>
    public static IReadOnlyList<Scalar> Children(Scalar scalar) => scalar switch
    {
        Call call => call.Arguments,
        AggregateCall call => call.Arguments,
        WindowCall call => call.Arguments,
        InSubquery membership => [membership.Value],
        _ => [],
    };

    /// <summary>
    /// The expression with its operands replaced, innermost first, and then itself; the same object where nothing is.
    /// </summary>
    public static Scalar Rewrite(Scalar scalar, Func<Scalar, Scalar> replace)
    {
        var before = Children(scalar);
        Scalar[]? after = null;
        for (var i = 0; i < before.Count; i++)
        {
            var child = Rewrite(before[i], replace);
            if (after is null && !ReferenceEquals(child, before[i]))
                after = [.. before];
            if (after is not null)
                after[i] = child;
        }

        return replace(after is null ? scalar : With(scalar, after));
    }

    private static void Add(Scalar scalar, List<Scalar> all)
    {
        all.Add(scalar);
        foreach (var child in Children(scalar))
            Add(child, all);
    }

    private static Scalar With(Scalar scalar, IReadOnlyList<Scalar> children) => scalar switch
    {
        Call call => call with { Arguments = children },
        AggregateCall call => call with { Arguments = children },
        WindowCall call => call with { Arguments = children },
        InSubquery membership => membership with { Value = children[0] },
        _ => scalar,
    };
}
