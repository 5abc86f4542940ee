using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Finds the columns of a plan that its result depends on, so that no SELECT lists the others.</summary>
internal static class ColumnUse
{
    /// <summary>The columns of the result, and all that they and the choice of rows are computed from.</summary>
    public static HashSet<PlanColumn> Find(Relation result)
    {
        var used = new HashSet<PlanColumn>(result.Columns);
        var relations = RelationTree.All(result).ToList();
        var before = 0;
        while (before < used.Count)
        {
            before = used.Count;
            foreach (var relation in relations)
                used.UnionWith(ReadBy(relation, used).ToList());
        }

        return used;
    }

    private static IEnumerable<PlanColumn> ReadBy(Relation relation, HashSet<PlanColumn> used) => relation switch
    {
        Distinct r => r.Columns,
        Project r => r.Assignments.Where(a => used.Contains(a.Column)).SelectMany(a => ReadBy(a.Value))
            .Concat(r.Unique),
        Aggregate r => r.Keys.Concat(r.Aggregates.Where(a => used.Contains(a.Column)))
            .SelectMany(a => ReadBy(a.Value)).Concat(r.Keys.Select(k => k.Column)),
        Union r => r.Inputs.SelectMany(i => r.Columns.Zip(i.Values))
            .Where(p => used.Contains(p.First)).SelectMany(p => ReadBy(p.Second)),
        SharedScan r => Counterparts(r.Columns, r.Shared.Relation.Columns, used),
        Apply r => Counterparts(r.Row.Columns, r.Input.Columns, used),
        RowsStage r => RelationTree.OuterRows(r).SelectMany(row => row.Columns),
        _ => RelationTree.Scalars(relation).SelectMany(ReadBy),
    };

    private static IEnumerable<PlanColumn> ReadBy(Scalar scalar) => ScalarTree.Columns(scalar)
        .Concat(ScalarTree.Relations(scalar).SelectMany(r => r.Columns.Take(1)));

    private static IEnumerable<PlanColumn> Counterparts(
        IReadOnlyList<PlanColumn> columns, IReadOnlyList<PlanColumn> sources, HashSet<PlanColumn> used) =>
        columns.Zip(sources).Where(p => used.Contains(p.First)).Select(p => p.Second);
}
