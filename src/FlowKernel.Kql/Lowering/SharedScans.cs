using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>Reads shared relations.</summary>
internal static class SharedScans
{
    /// <summary>A reading with columns of its own.</summary>
    public static SharedScan Of(SharedRelation shared, TextSpan span) =>
        new(shared, [.. shared.Relation.Columns.Select(c => new PlanColumn(c.Name, c.Type))], span);
}
