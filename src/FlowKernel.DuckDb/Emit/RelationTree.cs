using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Walks plans.</summary>
internal static class RelationTree
{
    /// <summary>
    /// The relation and all that it is made from, with the relations inside expressions; shared ones once, and nothing
    /// of what stages read.
    /// </summary>
    public static IReadOnlyList<Relation> All(Relation relation)
    {
        var all = new List<Relation>();
        Add(relation, all, []);
        return all;
    }

    /// <summary>The outer rows that a stage reads and that belong to no lateral join inside it.</summary>
    public static IReadOnlyList<OuterRow> OuterRows(RowsStage stage)
    {
        var all = stage.Inputs.SelectMany(EvenInStages).ToList();
        var own = all.OfType<Apply>().Select(a => a.Row).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. all.OfType<OuterRow>().Where(r => !own.Contains(r)).Distinct<OuterRow>(ReferenceEqualityComparer.Instance)];
    }

    private static IEnumerable<Relation> EvenInStages(Relation relation) => All(relation)
        .SelectMany(r => r is RowsStage stage ? stage.Inputs.SelectMany(EvenInStages).Prepend(r) : [r]);

    private static void Add(Relation relation, List<Relation> all, HashSet<SharedRelation> seen)
    {
        all.Add(relation);
        if (relation is SharedScan scan && !seen.Add(scan.Shared))
            return;
        foreach (var input in InputsOf(relation))
            Add(input, all, seen);
        foreach (var inner in Scalars(relation).SelectMany(ScalarTree.Relations))
            Add(inner, all, seen);
    }

    /// <summary>A stage's inputs are statements of their own.</summary>
    private static IEnumerable<Relation> InputsOf(Relation relation) =>
        relation is RowsStage ? [] : RelationInputs.Of(relation);

    /// <summary>The expressions that stand in a relation itself.</summary>
    public static IEnumerable<Scalar> Scalars(Relation relation) => relation switch
    {
        Rows r => r.Values.SelectMany(v => v),
        RangeRows r => [r.From, r.To, r.Step],
        Filter r => [r.Predicate],
        Project r => r.Assignments.Select(a => a.Value),
        Aggregate r => r.Keys.Concat(r.Aggregates).Select(a => a.Value),
        Sort r => r.Keys.Select(k => k.Value),
        Take r => [r.Count],
        Top r => r.Keys.Select(k => k.Value).Prepend(r.Count),
        Join r => r.Keys.SelectMany(k => new[] { k.Left, k.Right }),
        Union r => r.Inputs.SelectMany(i => i.Values),
        Expand r => r.Expansions.Select(e => e.Value).Concat(Given(r.RowLimit)),
        MakeSeries r =>
        [
            .. r.Keys.Select(k => k.Value), .. r.Series.Select(s => s.Value), r.Axis.Value, r.Step,
            .. Given([r.From, r.To, .. r.Series.Select(s => s.Default)]),
        ],
        _ => [],
    };

    private static IEnumerable<Scalar> Given(params IEnumerable<Scalar?> scalars) => scalars.OfType<Scalar>();
}
