using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>Leaves out columns that the result does not depend on: tables are read by column.</summary>
internal sealed class ColumnPruning : IPlanRule
{
    /// <inheritdoc/>
    public string Name => "column pruning";

    /// <inheritdoc/>
    public Relation Apply(Relation plan, RuleContext context)
    {
        var used = ColumnUse.Find(plan);
        return new PlanRewriter(r => r switch
        {
            Scan scan when Used(scan.Columns, used) is var reads && reads.Count < scan.Columns.Count =>
                scan with { Reads = reads },
            Project project when project.Assignments.Any(a => !used.Contains(a.Column)) =>
                project with { Assignments = [.. project.Assignments.Where(a => used.Contains(a.Column))] },
            _ => r,
        }).Rewrite(plan);
    }

    private static List<PlanColumn> Used(IReadOnlyList<PlanColumn> columns, HashSet<PlanColumn> used) =>
        [.. columns.Where(used.Contains)];
}
