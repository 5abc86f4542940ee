using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>A graph: two relations. The nodes are all there: those of the edges' ends as well.</summary>
/// <param name="Nodes">The nodes; the first column is the key, and belongs to no property.</param>
/// <param name="Edges">The edges; the first two columns are the keys of source and target, the rest properties.</param>
internal sealed record GraphValue(Relation Nodes, Relation Edges)
{
    /// <summary>True when keys are made of a partition and an id (<c>partitioned-by</c>).</summary>
    public bool IsPartitioned { get; init; }

    /// <summary>The nodes' properties.</summary>
    public IReadOnlyList<PlanColumn> NodeColumns => [.. Nodes.Columns.Skip(1)];

    /// <summary>The edges' properties.</summary>
    public IReadOnlyList<PlanColumn> EdgeColumns => [.. Edges.Columns.Skip(2)];
}
