using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>
/// Walks and rebuilds scalar expressions; subqueries count as leaves, but for the value they look up.
/// </summary>
internal static class ScalarTree
{
    /// <summary>The expression and all below it.</summary>
    public static IEnumerable<Scalar> All(Scalar scalar) => Children(scalar).SelectMany(All).Prepend(scalar);

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
        if (before.Count == 0)
            return replace(scalar);
        var after = before.Select(a => Rewrite(a, replace)).ToList();
        return replace(before.Zip(after).All(p => ReferenceEquals(p.First, p.Second)) ? scalar : With(scalar, after));
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
