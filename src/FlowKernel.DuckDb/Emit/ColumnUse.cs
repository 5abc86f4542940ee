using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Finds the columns of a plan that anything reads, so that no SELECT lists the others.</summary>
internal static class ColumnUse
{
    /// <summary>The columns that some expression or whole-row operator reads, and those of the result.</summary>
    public static HashSet<PlanColumn> Find(Relation result)
    {
        var used = new HashSet<PlanColumn>(result.Columns);
        foreach (var relation in RelationTree.All(result))
        {
            used.UnionWith(RelationTree.Scalars(relation).SelectMany(ReadBy));
            if (relation is Distinct or SharedScan or Union)
                used.UnionWith(relation.Columns);
            if (relation is SharedScan shared)
                used.UnionWith(shared.Shared.Relation.Columns);
        }

        return used;
    }

    private static IEnumerable<PlanColumn> ReadBy(Scalar scalar) => ScalarTree.Columns(scalar)
        .Concat(ScalarTree.Relations(scalar).SelectMany(r => r.Columns.Take(1)));
}
