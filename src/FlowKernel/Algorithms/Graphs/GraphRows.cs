using FlowKernel.Results;

namespace FlowKernel.Algorithms.Graphs;

/// <summary>A match: a node for each of the pattern's nodes, and the edges and nodes along each of its edges.</summary>
internal readonly record struct GraphFound(IReadOnlyList<int> Nodes, IReadOnlyList<IReadOnlyList<GraphStep>> Paths);

/// <summary>Writes matches as rows.</summary>
internal sealed class GraphRows(GraphData data, IReadOnlyList<GraphOutput> outputs)
{
    private readonly List<object?>[] _columns = [.. outputs.Select(_ => new List<object?>())];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The rows so far.</summary>
    public KqlTable Table() => new(
        [.. outputs.Select(o => new KqlColumn(o.Name, o.Type))],
        [.. outputs.Zip(_columns, (o, values) => ColumnVectors.From(o.Type, values))]);

    /// <summary>Adds a match.</summary>
    public void Add(GraphFound found)
    {
        Count++;
        for (var i = 0; i < outputs.Count; i++)
            _columns[i].Add(Value(outputs[i], found));
    }

    private object? Value(GraphOutput output, GraphFound found) => output.Kind switch
    {
        GraphOutputKind.Node => data.Nodes[found.Nodes[output.Element], output.Column],
        GraphOutputKind.Edge => data.Edges[found.Paths[output.Element][0].Edge, output.Column],
        GraphOutputKind.EdgeArray => Array(EdgeValues(output, found)),
        GraphOutputKind.AllEdges => EdgeValues(output, found).All(v => v is true),
        GraphOutputKind.AnyEdge => EdgeValues(output, found).Any(v => v is true),
        GraphOutputKind.InnerArray => Array(InnerValues(output, found)),
        GraphOutputKind.AllInner => InnerValues(output, found).All(v => v is true),
        GraphOutputKind.AnyInner => InnerValues(output, found).Any(v => v is true),
        GraphOutputKind.InDegree => (long)data.InDegree(found.Nodes[output.Element]),
        GraphOutputKind.OutDegree => (long)data.OutDegree(found.Nodes[output.Element]),
        _ => throw new InvalidOperationException($"No column holds {output.Kind}."),
    };

    private IEnumerable<object?> EdgeValues(GraphOutput output, GraphFound found) =>
        found.Paths[output.Element].Select(step => data.Edges[step.Edge, output.Column]);

    private IEnumerable<object?> InnerValues(GraphOutput output, GraphFound found) =>
        found.Paths[output.Element].SkipLast(1).Select(step => data.Nodes[step.Node, output.Column]);

    /// <summary>One array from arrays of one element each.</summary>
    private static DynamicValue Array(IEnumerable<object?> values) =>
        new($"[{string.Join(',', values.Select(v => v is DynamicValue one ? one.Json[1..^1] : "null"))}]");
}
