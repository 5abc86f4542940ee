namespace FlowKernel.Algorithms.Graphs;

/// <summary>
/// The shortest paths from one node, by breadth: a place is a node, how many edges of the pattern are passed, and how
/// many steps of the one at hand are taken (no more than its least number matters once that is reached).
/// </summary>
internal sealed class PathsFromNode(GraphData data, GraphPattern pattern, int start, CancellationToken cancellation)
{
    private readonly record struct Place(int Node, int Edge, int Steps);

    private readonly record struct Way(Place From, GraphStep? Step);

    private readonly Dictionary<Place, int> _distances = [];
    private readonly Dictionary<Place, List<Way>> _ways = [];

    /// <summary>One path to each last node, or all that are equally short.</summary>
    public IEnumerable<GraphFound> Find(bool all)
    {
        Spread();
        var ends = _distances.Keys.Where(p => p.Edge == pattern.Edges.Count).OrderBy(p => p.Node);
        foreach (var end in ends)
        {
            var paths = Back(end).Select(Found);
            foreach (var found in all ? paths : paths.Take(1))
                yield return found;
        }
    }

    private void Spread()
    {
        var queue = new PriorityQueue<Place, int>();
        Reach(new Place(start, 0, 0), 0, null, queue);
        var done = new HashSet<Place>();
        while (queue.TryDequeue(out var place, out var distance))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!done.Add(place) || place.Edge == pattern.Edges.Count)
                continue;
            var edge = pattern.Edges[place.Edge];
            if (place.Steps >= edge.Least && data.Fits(place.Node, pattern.Nodes[edge.To]))
                Reach(new Place(place.Node, place.Edge + 1, 0), distance, new Way(place, null), queue);
            if (place.Steps == edge.Most || (place.Steps > 0 && !data.MayGoOn(place.Node, edge)))
                continue;
            foreach (var step in data.Steps(place.Node, edge, reversed: false))
                Reach(new Place(step.Node, place.Edge, place.Steps + 1), distance + 1, new Way(place, step), queue);
        }
    }

    private void Reach(Place place, int distance, Way? way, PriorityQueue<Place, int> queue)
    {
        var known = _distances.GetValueOrDefault(place, int.MaxValue);
        if (distance > known)
            return;
        if (distance < known)
        {
            _distances[place] = distance;
            _ways[place] = [];
            queue.Enqueue(place, distance);
        }

        if (way is { } given)
            _ways[place].Add(given);
    }

    /// <summary>The ways from the start to a place, each as the steps of every edge of the pattern.</summary>
    private IEnumerable<List<(int Edge, GraphStep? Step)>> Back(Place place)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_ways[place].Count == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var way in _ways[place])
        {
            foreach (var before in Back(way.From))
                yield return [.. before, (way.From.Edge, way.Step)];
        }
    }

    private GraphFound Found(List<(int Edge, GraphStep? Step)> steps)
    {
        var paths = pattern.Edges.Select((_, i) =>
            (IReadOnlyList<GraphStep>)[.. steps.Where(s => s.Edge == i).Select(s => s.Step).OfType<GraphStep>()]).ToList();
        var nodes = new int[pattern.Nodes.Count];
        nodes[0] = start;
        for (var i = 0; i < paths.Count; i++)
            nodes[pattern.Edges[i].To] = paths[i].Count > 0 ? paths[i][^1].Node : nodes[pattern.Edges[i].From];
        return new GraphFound(nodes, paths);
    }
}
