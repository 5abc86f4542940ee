using FlowKernel.Algorithms.Graphs;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>An edge of a pattern as it is written.</summary>
internal sealed record WrittenEdge(
    GraphElement Element, int From, int To, EdgeDirection Direction, int Least, int Most);

/// <summary>Reads a pattern: nodes of one name are one node.</summary>
internal sealed class PatternReader(LoweringContext context, GraphValue graph)
{
    private readonly List<GraphElement> _nodes = [];
    private readonly List<WrittenEdge> _edges = [];

    /// <summary>The nodes.</summary>
    public IReadOnlyList<GraphElement> Nodes => _nodes;

    /// <summary>The edges.</summary>
    public IReadOnlyList<WrittenEdge> Edges => _edges;

    /// <summary>True when an edge leads to a node that is connected already.</summary>
    public bool HasCycle { get; private set; }

    /// <summary>True when not all of it hangs together.</summary>
    public bool IsSplit => _edges.Aggregate(
        Enumerable.Range(0, _nodes.Count).ToArray(),
        static (groups, e) => [.. groups.Select(g => g == groups[e.To] ? groups[e.From] : g)]).Distinct().Count() > 1;

    /// <summary>Reads all sequences of an operator.</summary>
    public void Read(SyntaxNode step)
    {
        foreach (var pattern in step.List("Patterns"))
        {
            var elements = pattern.List("PatternElements").ToList();
            var from = -1;
            for (var i = 0; i < elements.Count; i++)
            {
                if (elements[i].Kind != "GraphMatchPatternNode")
                    continue;
                var node = Node(elements[i]);
                if (from >= 0)
                    AddEdge(elements[i - 1], from, node);
                from = node;
            }
        }
    }

    private int Node(SyntaxNode written)
    {
        var name = written.Find("Name")?.Text;
        if (name is not null && _nodes.Find(n => n.Name == name) is { } known)
            return known.Index;
        _nodes.Add(new GraphElement(name, false, _nodes.Count, Row(graph.NodeColumns)));
        return _nodes.Count - 1;
    }

    private void AddEdge(SyntaxNode written, int from, int to)
    {
        var range = written.Find("Range");
        var least = range is null ? 1 : Number(range, "RangeStart") ?? 1;
        var most = range is null ? 1 : Number(range, "RangeEnd") ?? least;
        var element = new GraphElement(written.Find("Name")?.Text, true, _edges.Count, Row(graph.EdgeColumns))
        {
            IsVariable = range is not null,
        };
        HasCycle |= from == to || IsReached(from, to);
        _edges.Add(new WrittenEdge(element, from, to, Direction(written), least, most));
    }

    private bool IsReached(int from, int to)
    {
        var reached = new HashSet<int> { from };
        int before;
        do
        {
            before = reached.Count;
            foreach (var edge in _edges.Where(e => reached.Contains(e.From) || reached.Contains(e.To)))
                reached.UnionWith([edge.From, edge.To]);
        }
        while (reached.Count > before);
        return reached.Contains(to);
    }

    private int? Number(SyntaxNode range, string name)
    {
        if (range.Find(name) is not { } node)
            return null;
        if (context.Scalar(node) is Literal { Value: long or int } literal)
            return Convert.ToInt32(literal.Value, null);
        context.Run.Report(LoweringDiagnostics.Construct("a length that is no number", node.Span));
        return null;
    }

    /// <summary>The arrows are not part of the tree; they begin and end the edge's text.</summary>
    private EdgeDirection Direction(SyntaxNode written)
    {
        var text = context.Run.Kql.AsSpan(written.Span.Start, written.Span.Length);
        return text.StartsWith("<") ? EdgeDirection.Backward
            : text.EndsWith(">") ? EdgeDirection.Forward : EdgeDirection.Both;
    }

    private static RowBinding Row(IReadOnlyList<PlanColumn> properties) =>
        new([.. properties.Select(c => new PlanColumn(c.Name, c.Type))]);
}
