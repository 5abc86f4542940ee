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

    /// <summary>The expression with its operands replaced, innermost first, and then itself.</summary>
    public static Scalar Rewrite(Scalar scalar, Func<Scalar, Scalar> replace)
    {
        IReadOnlyList<Scalar> Inner(IReadOnlyList<Scalar> arguments) =>
            [.. arguments.Select(a => Rewrite(a, replace))];

        return replace(scalar switch
        {
            Call call => call with { Arguments = Inner(call.Arguments) },
            AggregateCall call => call with { Arguments = Inner(call.Arguments) },
            WindowCall call => call with { Arguments = Inner(call.Arguments) },
            InSubquery membership => membership with { Value = Rewrite(membership.Value, replace) },
            _ => scalar,
        });
    }
}
