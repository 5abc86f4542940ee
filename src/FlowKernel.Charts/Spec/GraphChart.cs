using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>Nodes and the connections between them; edges hold indices of nodes.</summary>
internal sealed record GraphChart(
    ChartKind Kind, AxisUnit Unit, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges) : ChartSpec(Kind)
{
    /// <summary>True where the values of edges mean something.</summary>
    public bool IsWeighted { get; init; }

    /// <inheritdoc/>
    public override bool IsEmpty => Nodes.Count == 0;
}

/// <summary>A node, its place in a square from 0 to 1, and all that goes in and out.</summary>
internal sealed record GraphNode(string Name, double X, double Y, double Weight);

/// <summary>A connection and its value.</summary>
internal sealed record GraphEdge(int From, int To, double Value);
