namespace FlowKernel.Algorithms.Graphs;

/// <summary>Which cycles a pattern matches.</summary>
public enum GraphCycles
{
    /// <summary>Cycles that use no edge twice.</summary>
    UniqueEdges,

    /// <summary>All cycles.</summary>
    All,

    /// <summary>None: no node is passed twice.</summary>
    None,
}

/// <summary>How an edge of a pattern may be passed, from left to right.</summary>
public enum EdgeDirection
{
    /// <summary>From its source to its target.</summary>
    Forward,

    /// <summary>From its target to its source.</summary>
    Backward,

    /// <summary>Either way.</summary>
    Both,
}

/// <summary>A node of a pattern.</summary>
/// <param name="Filter">The column of the nodes that is true for those that fit; null when all fit.</param>
public sealed record PatternNode(int? Filter);

/// <summary>An edge of a pattern, or a row of several.</summary>
/// <param name="From">The index of the node at its left.</param>
/// <param name="To">The index of the node at its right.</param>
/// <param name="Direction">How it is passed.</param>
/// <param name="Least">How many edges at least.</param>
/// <param name="Most">How many edges at most.</param>
/// <param name="Filter">The column of the edges that is true for those that fit; null when all fit.</param>
/// <param name="Inner">The column of the nodes that is true for those that may stand between the edges; null for all.</param>
public sealed record PatternEdge(
    int From, int To, EdgeDirection Direction, int Least, int Most, int? Filter, int? Inner = null);

/// <summary>Nodes and edges that are searched for; all of it hangs together.</summary>
public sealed record GraphPattern(
    IReadOnlyList<PatternNode> Nodes, IReadOnlyList<PatternEdge> Edges, GraphCycles Cycles);

/// <summary>What a column of a match holds.</summary>
public enum GraphOutputKind
{
    /// <summary>A value of a node.</summary>
    Node,

    /// <summary>A value of an edge that is always one.</summary>
    Edge,

    /// <summary>An array of the edges' values, which come as arrays of one.</summary>
    EdgeArray,

    /// <summary>True when a value is true for all edges.</summary>
    AllEdges,

    /// <summary>True when a value is true for some edge.</summary>
    AnyEdge,

    /// <summary>An array of the values of the nodes between the edges, which come as arrays of one.</summary>
    InnerArray,

    /// <summary>True when a value is true for all nodes between the edges.</summary>
    AllInner,

    /// <summary>True when a value is true for some node between the edges.</summary>
    AnyInner,

    /// <summary>How many edges lead to a node.</summary>
    InDegree,

    /// <summary>How many edges lead from a node.</summary>
    OutDegree,
}

/// <summary>A column of a match.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Element">The index of the pattern's node or edge.</param>
/// <param name="Column">The column of the nodes or edges that it is read from.</param>
public sealed record GraphOutput(
    string Name, Results.KqlType Type, GraphOutputKind Kind, int Element, int Column);
