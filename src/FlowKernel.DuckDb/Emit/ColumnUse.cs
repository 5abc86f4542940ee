using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Finds the columns of a plan that anything reads, so that no SELECT lists the others.</summary>
internal static class ColumnUse
{
    /// <summary>The columns that some expression or whole-row operator reads, and those of the result.</summary>
    public static HashSet<PlanColumn> Find(Relation result)
    {
        var used = new HashSet<PlanColumn>(result.Columns);
        var relations = RelationTree.All(result).ToList();
        foreach (var relation in relations)
        {
            used.UnionWith(RelationTree.Scalars(relation).SelectMany(ReadBy));
            if (relation is Distinct or SharedScan or Union)
                used.UnionWith(relation.Columns);
            if (relation is SharedScan shared)
                used.UnionWith(shared.Shared.Relation.Columns);
        }

        while (relations.OfType<Apply>().Count(a => ReadThroughOuterRow(a, used)) > 0)
        {
        }

        return used;
    }

    /// <summary>Marks the input columns that an apply's body reads; true when one was not marked before.</summary>
    private static bool ReadThroughOuterRow(Apply apply, HashSet<PlanColumn> used) => apply.Row.Columns
        .Zip(apply.Input.Columns).Where(p => used.Contains(p.First)).Count(p => used.Add(p.Second)) > 0;

    private static IEnumerable<PlanColumn> ReadBy(Scalar scalar) => ScalarTree.Columns(scalar)
        .Concat(ScalarTree.Relations(scalar).SelectMany(r => r.Columns.Take(1)));
}
