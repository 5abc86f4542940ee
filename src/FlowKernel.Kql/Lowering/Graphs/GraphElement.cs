using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>A node or an edge of a pattern, and what its conditions are.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="IsEdge">True for an edge.</param>
/// <param name="Index">Its place among the pattern's nodes or edges.</param>
/// <param name="Row">Its properties, in the order of the graph's.</param>
internal sealed record GraphElement(string? Name, bool IsEdge, int Index, RowBinding Row)
{
    /// <summary>True for an edge that may stand for several or none.</summary>
    public bool IsVariable { get; init; }

    /// <summary>The conditions that it alone must fulfil, over the graph's relation.</summary>
    public List<Scalar> Filters { get; } = [];

    /// <summary>Of an edge that may stand for several: the conditions on the nodes between these, over the graph's nodes.</summary>
    public List<Scalar> InnerFilters { get; } = [];
}
