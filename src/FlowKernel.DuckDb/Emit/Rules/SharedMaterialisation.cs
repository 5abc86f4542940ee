using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// A <c>let</c> that is named several times is lowered several times. Where its rows are groups or distinct rows, which
/// are few beside what they are made from, it is computed once and read each time.
/// </summary>
internal sealed class SharedMaterialisation : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "shared materialisation";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context)
    {
        var worthIt = RelationTree.All(plan).Where(IsWorthIt)
            .Distinct(ReferenceEqualityComparer.Instance).Cast<Relation>().ToList();
        if (worthIt.Count < 2)
            return plan;
        var repeated = worthIt
            .Select(r => (Relation: r, Text: Fingerprint.Of(r)))
            .Where(p => p.Text is not null)
            .GroupBy(p => p.Text!, p => p.Relation, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .ToList();
        return repeated.Count == 0 ? plan : Apply(Shared(plan, repeated.MaxBy(g => g.Key.Length)!), context);
    }

    private static Relation Shared(Relation plan, IEnumerable<Relation> same)
    {
        var readings = same.ToHashSet<Relation>(ReferenceEqualityComparer.Instance);
        var shared = new SharedRelation("shared", readings.First());
        return new PlanRewriter(r => r)
        {
            Replace = r => readings.Contains(r) ? Reading(shared, r) : null,
        }.Rewrite(plan);
    }

    private static Project Reading(SharedRelation shared, Relation relation)
    {
        var columns = relation.Columns.Select(c => new PlanColumn(c.Name, c.Type)).ToList();
        var names = relation.Columns.Zip(columns, (c, own) => new Assignment(c, new ColumnRef(own, relation.Span)));
        return new Project(new SharedScan(shared, columns, relation.Span), [.. names], relation.Span);
    }

    private static bool IsWorthIt(Relation relation) => relation is Aggregate or Distinct
        && RelationTree.All(relation).Any(r => r is Scan);
}
