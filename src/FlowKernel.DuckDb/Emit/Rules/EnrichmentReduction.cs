using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Rows that are joined to a table of details and then added up are added up by the join's keys first: the join then
/// sees each address once, not each flow. Only where the details have one row a key, and sums can be made of sums.
/// </summary>
internal sealed class EnrichmentReduction : IPlanRule
{
    private const int MostKeys = 5;

    /// <inheritdoc/>
    public string Name => "join of distinct keys";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context) =>
        new PlanRewriter(r => r is Aggregate a && JoinSpine.Of(a.Input) is { } spine ? Reduced(a, spine) ?? a : r)
            .Rewrite(plan);

    private static Aggregate? Reduced(Aggregate whole, JoinSpine spine)
    {
        var own = spine.Bottom.Columns.ToHashSet();
        var keys = whole.Keys.Select(k => spine.Resolved(k.Value)).ToList();
        var sums = whole.Aggregates.Select(a => spine.Resolved(a.Value)).ToList();
        if (keys.Exists(k => k is not ColumnRef) || !sums.TrueForAll(s => IsSummable(s, own)))
            return null;
        var needed = keys.Concat(spine.LeftKeys).Cast<ColumnRef>().Select(r => r.Column)
            .Where(own.Contains).Distinct().ToList();
        if (needed.Count is 0 or > MostKeys || !needed.TrueForAll(c => c.Type is KqlType.String or KqlType.Int))
            return null;
        var partials = whole.Aggregates.Zip(sums, (a, sum) => new Assignment(
            new PlanColumn("part of " + a.Column.Name, a.Column.Type), sum)).ToList();
        var reduced = new Aggregate(
            spine.Bottom, [.. needed.Select(c => new Assignment(c, new ColumnRef(c, whole.Span)))], partials, whole.Span);
        return new Aggregate(
            spine.Over(reduced),
            [.. whole.Keys.Zip(keys, (k, value) => k with { Value = value })],
            [.. whole.Aggregates.Zip(partials, Total)],
            whole.Span);
    }

    private static Assignment Total(Assignment aggregate, Assignment partial)
    {
        var call = (AggregateCall)aggregate.Value;
        var function = call.Function == "count" ? "sum" : call.Function;
        return aggregate with
        {
            Value = new AggregateCall(function, [new ColumnRef(partial.Column, call.Span)], call.Type, call.Span),
        };
    }

    // Sums of reals depend on their order, and an average is no sum.
    private static bool IsSummable(Scalar scalar, HashSet<PlanColumn> own) => scalar is AggregateCall
    {
        Function: "sum" or "count" or "min" or "max",
        Type: KqlType.Long,
        Arguments.Count: <= 1,
    } call && call.Arguments.All(a => a.Type == KqlType.Long && Conditions.IsOfRowAlone(a))
        && ScalarTree.Columns(call).All(own.Contains);
}
