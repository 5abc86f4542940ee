using FlowKernel.Results;

namespace FlowKernel.Algorithms.Graphs;

/// <summary>A step along an edge: the edge's row, and the node that it leads to.</summary>
internal readonly record struct GraphStep(int Edge, int Node);

/// <summary>
/// A graph over two tables: nodes with their key first, edges with the keys of source and target first. Edges whose
/// ends are no nodes do not exist; the caller adds such nodes.
/// </summary>
internal sealed class GraphData
{
    private readonly List<GraphStep>[] _out;
    private readonly List<GraphStep>[] _in;

    /// <summary>Builds the lists of edges at each node.</summary>
    public GraphData(KqlTable nodes, KqlTable edges, CancellationToken cancellation)
    {
        Nodes = nodes;
        Edges = edges;
        var byKey = new Dictionary<RowKey, int>();
        for (var node = 0; node < nodes.RowCount; node++)
            byKey.TryAdd(new RowKey([nodes[node, 0]]), node);
        _out = [.. Enumerable.Range(0, nodes.RowCount).Select(_ => new List<GraphStep>())];
        _in = [.. Enumerable.Range(0, nodes.RowCount).Select(_ => new List<GraphStep>())];
        for (var edge = 0; edge < edges.RowCount; edge++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!byKey.TryGetValue(new RowKey([edges[edge, 0]]), out var source)
                || !byKey.TryGetValue(new RowKey([edges[edge, 1]]), out var target))
            {
                continue;
            }

            _out[source].Add(new GraphStep(edge, target));
            _in[target].Add(new GraphStep(edge, source));
        }
    }

    /// <summary>The nodes.</summary>
    public KqlTable Nodes { get; }

    /// <summary>The edges.</summary>
    public KqlTable Edges { get; }

    /// <summary>How many edges lead to a node.</summary>
    public int InDegree(int node) => _in[node].Count;

    /// <summary>How many edges lead from a node.</summary>
    public int OutDegree(int node) => _out[node].Count;

    /// <summary>The edges from a node to others.</summary>
    public IReadOnlyList<GraphStep> Out(int node) => _out[node];

    /// <summary>The edges to a node from others.</summary>
    public IReadOnlyList<GraphStep> In(int node) => _in[node];

    /// <summary>The steps from a node that an edge of a pattern allows; <paramref name="reversed"/> from its right.</summary>
    public IEnumerable<GraphStep> Steps(int node, PatternEdge edge, bool reversed)
    {
        var steps = edge.Direction switch
        {
            EdgeDirection.Both => _out[node].Concat(_in[node].Where(s => s.Node != node)),
            EdgeDirection.Forward => reversed ? _in[node] : _out[node],
            _ => reversed ? _out[node] : _in[node],
        };
        return edge.Filter is { } filter ? steps.Where(s => Edges[s.Edge, filter] is true) : steps;
    }

    /// <summary>True when a path along an edge of a pattern may go on behind a node that it has come to.</summary>
    public bool MayGoOn(int node, PatternEdge edge) => edge.Inner is not { } inner || Nodes[node, inner] is true;

    /// <summary>True when a node fits a pattern's one.</summary>
    public bool Fits(int node, PatternNode pattern) => pattern.Filter is not { } filter || Nodes[node, filter] is true;
}
