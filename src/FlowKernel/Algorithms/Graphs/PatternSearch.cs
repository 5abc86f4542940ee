namespace FlowKernel.Algorithms.Graphs;

/// <summary>
/// Lays a pattern into a graph, edge by edge, and takes back what does not fit. It begins at the node with the fewest
/// candidates; each further edge hangs on a node that is laid already.
/// </summary>
internal sealed class PatternSearch(GraphData data, GraphPattern pattern, CancellationToken cancellation)
{
    private const int Free = -1;
    private readonly int[] _nodes = [.. pattern.Nodes.Select(_ => Free)];
    private readonly List<GraphStep>[] _paths = [.. pattern.Edges.Select(_ => new List<GraphStep>())];
    private readonly HashSet<int> _usedEdges = [];
    private readonly Dictionary<int, int> _passed = [];

    /// <summary>All matches.</summary>
    public IEnumerable<GraphFound> All()
    {
        var candidates = pattern.Nodes.Select(Candidates).ToList();
        var start = Enumerable.Range(0, candidates.Count).MinBy(i => candidates[i].Count);
        var order = EdgeOrder(start);
        foreach (var node in candidates[start])
        {
            cancellation.ThrowIfCancellationRequested();
            Lay(start, node);
            foreach (var found in From(order, 0))
                yield return found;
            Lift(start);
        }
    }

    private List<int> Candidates(PatternNode node) =>
        [.. Enumerable.Range(0, data.Nodes.RowCount).Where(n => data.Fits(n, node))];

    /// <summary>The edges in an order in which each one touches what is laid before; true: from its right end.</summary>
    private List<(int Edge, bool Reversed)> EdgeOrder(int start)
    {
        var laid = new HashSet<int> { start };
        var order = new List<(int, bool)>();
        var left = Enumerable.Range(0, pattern.Edges.Count).ToList();
        while (left.Count > 0)
        {
            var next = left.Find(e => laid.Contains(pattern.Edges[e].From) || laid.Contains(pattern.Edges[e].To));
            var edge = pattern.Edges[next];
            order.Add((next, !laid.Contains(edge.From)));
            laid.UnionWith([edge.From, edge.To]);
            left.Remove(next);
        }

        return order;
    }

    private IEnumerable<GraphFound> From(List<(int Edge, bool Reversed)> order, int at)
    {
        if (at == order.Count)
        {
            yield return new GraphFound([.. _nodes], [.. _paths.Select((p, i) => Forward(p, order, i))]);
            yield break;
        }

        var (index, reversed) = order[at];
        var edge = pattern.Edges[index];
        var from = _nodes[reversed ? edge.To : edge.From];
        foreach (var found in Along(order, at, from, 0))
            yield return found;
    }

    /// <summary>Goes on along an edge of the pattern, from a node, after so many steps.</summary>
    private IEnumerable<GraphFound> Along(List<(int Edge, bool Reversed)> order, int at, int node, int steps)
    {
        cancellation.ThrowIfCancellationRequested();
        var (index, reversed) = order[at];
        var edge = pattern.Edges[index];
        if (steps >= edge.Least)
        {
            foreach (var found in Arrive(order, at, node, steps))
                yield return found;
        }

        if (steps == edge.Most || (steps > 0 && !data.MayGoOn(node, edge)))
            yield break;
        foreach (var step in data.Steps(node, edge, reversed))
        {
            if (pattern.Cycles != GraphCycles.All && !_usedEdges.Add(step.Edge))
                continue;
            _paths[index].Add(step);
            if (pattern.Cycles != GraphCycles.None || !_passed.ContainsKey(step.Node))
            {
                foreach (var found in Within(order, at, step.Node, steps + 1))
                    yield return found;
            }

            _paths[index].RemoveAt(_paths[index].Count - 1);
            if (pattern.Cycles != GraphCycles.All)
                _usedEdges.Remove(step.Edge);
        }
    }

    private IEnumerable<GraphFound> Within(List<(int Edge, bool Reversed)> order, int at, int node, int steps)
    {
        Count(node, 1);
        foreach (var found in Along(order, at, node, steps))
            yield return found;
        Count(node, -1);
    }

    /// <summary>Ends the edge of the pattern at a node: one that is laid there already, or one that fits.</summary>
    private IEnumerable<GraphFound> Arrive(List<(int Edge, bool Reversed)> order, int at, int node, int steps)
    {
        var (index, reversed) = order[at];
        var end = reversed ? pattern.Edges[index].From : pattern.Edges[index].To;
        if (_nodes[end] != Free)
        {
            if (_nodes[end] != node)
                yield break;
            foreach (var found in From(order, at + 1))
                yield return found;
            yield break;
        }

        if (!data.Fits(node, pattern.Nodes[end]) || (steps == 0 && pattern.Cycles == GraphCycles.None))
            yield break;
        _nodes[end] = node;
        foreach (var found in From(order, at + 1))
            yield return found;
        _nodes[end] = Free;
    }

    private void Lay(int index, int node)
    {
        _nodes[index] = node;
        Count(node, 1);
    }

    private void Lift(int index)
    {
        Count(_nodes[index], -1);
        _nodes[index] = Free;
    }

    private void Count(int node, int change)
    {
        var count = _passed.GetValueOrDefault(node) + change;
        if (count == 0)
            _passed.Remove(node);
        else
            _passed[node] = count;
    }

    /// <summary>The steps of a path from left to right, each with the node that it leads to.</summary>
    private IReadOnlyList<GraphStep> Forward(List<GraphStep> path, List<(int Edge, bool Reversed)> order, int index)
    {
        if (!order.Exists(o => o.Edge == index && o.Reversed))
            return [.. path];
        var end = _nodes[pattern.Edges[index].To];
        var nodes = path.Select(s => s.Node).Reverse().Skip(1).Append(end).ToList();
        return [.. Enumerable.Reverse(path).Zip(nodes, (step, node) => step with { Node = node })];
    }
}
