using FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

namespace FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;

/// <summary>
/// Snapped edges whose chains are drawn together to longer edges that pass all their places within the radius, and all others
/// on the same side as before. The steps are those of S2Builder's edge chain simplifier
/// (https://github.com/google/s2geometry, © Google, Apache License 2.0).
/// </summary>
internal sealed class SimplifiedEdges
{
    private readonly SnappedEdges _snapped;
    private readonly Direction[] _sites;
    private readonly List<Piece> _edges;
    private readonly ILookup<int, Piece> _outgoing;
    private readonly ILookup<int, Piece> _incoming;
    private readonly List<Direction>[] _ends;
    private readonly bool[] _isInterior;
    private readonly HashSet<Piece> _left;
    private readonly List<Piece> _result = [];

    private SimplifiedEdges(SnappedEdges snapped)
    {
        _snapped = snapped;
        _sites = [.. snapped.Sites];
        _ends = [.. _sites.Select(_ => new List<Direction>())];
        _edges = [.. Enumerable.Range(0, snapped.Edges.Count).SelectMany(Pieces)
            .OrderBy(p => p.From).ThenBy(p => p.To).ThenBy(p => p.Rank)];
        _left = [.. _edges];
        _outgoing = _edges.ToLookup(p => p.From);
        _incoming = _edges.ToLookup(p => p.To);
        _isInterior = [.. Enumerable.Range(0, _sites.Length).Select(IsInterior)];
    }

    /// <summary>The edges between sites, each with the rank of the first of those that it stands for.</summary>
    public static List<Piece> Of(SnappedEdges snapped)
    {
        var simplified = new SimplifiedEdges(snapped);
        simplified.Run();
        return simplified._result;
    }

    private IEnumerable<Piece> Pieces(int edge)
    {
        var chain = _snapped.Chain(edge);
        AddEnd(chain[0], _snapped.Edges[edge].From);
        AddEnd(chain[^1], _snapped.Edges[edge].To);
        return Enumerable.Range(1, chain.Count - 1).Select(i => new Piece(chain[i - 1], chain[i], edge, 0, 0));

        void AddEnd(int site, Direction end)
        {
            if (_ends[site].Count == 0 || _ends[site][^1] != end)
                _ends[site].Add(end);
        }
    }

    private void Run()
    {
        foreach (var edge in _edges.Where(e => _left.Contains(e) && !_isInterior[e.From]))
        {
            if (_isInterior[edge.To])
                Simplify(edge.From, edge.To);
            else
                Give(edge);
        }

        foreach (var edge in _edges.Where(_left.Contains))
            Simplify(edge.From, edge.To);
    }

    private void Give(Piece edge)
    {
        _result.Add(edge);
        _left.Remove(edge);
    }

    /// <summary>True where edges only pass through, as many one way as they come the other.</summary>
    private bool IsInterior(int site)
    {
        var (to, from) = (_outgoing[site].Select(p => p.To).ToList(), _incoming[site].Select(p => p.From).ToList());
        if (to.Count == 0 || to.Count != from.Count)
            return false;
        int[] counts = [.. to.Concat(from).GroupBy(s => s).Select(g => g.Count())];
        return counts.Length == 2 && counts[0] == counts[1];
    }

    private void Simplify(int from, int to)
    {
        var (start, isDone) = (from, false);
        while (!isDone)
        {
            List<int> chain = [from];
            HashSet<int> used = [from];
            var window = new DirectionWindow(_sites[from]);
            var isSimple = Avoids(from, from, to, used, window);
            while (true)
            {
                chain.Add(to);
                used.Add(to);
                isDone = !_isInterior[to] || to == start;
                if (isDone)
                    break;
                (from, to) = (to, _outgoing[to].First(p => p.To != from).To);
                if (!isSimple || !_ends[from].TrueForAll(end => window.Target(end, _snapped.Rules.Radius))
                    || !Avoids(chain[0], from, to, used, window) || !window.Allows(_sites[to]))
                    break;
            }

            Merge(chain);
        }
    }

    /// <summary>Asks that the edge so far leaves the sites around its next part on their side.</summary>
    private bool Avoids(int start, int from, int to, HashSet<int> used, DirectionWindow window)
    {
        var (p0, p1, p2) = (_sites[start], _sites[from], _sites[to]);
        var reach = (p2 - p0).Length;
        if (reach < (p1 - p0).Length || p0.Angle(p2) >= _snapped.Rules.LongestEdge)
            return false;
        var best = _outgoing[from].Where(p => p.To == to).Concat(_outgoing[to].Where(p => p.To == from))
            .MinBy(p => (_snapped.Near[p.Rank].Count, p.Rank));
        foreach (var site in _snapped.Near[best.Rank])
        {
            var p = _sites[site];
            if ((p - p0).Length >= reach || !used.Add(site))
                continue;
            var onLeft = from == start ? SnapRules.Side(p1, p2, p) > 0 : SnapRules.AreOrdered(p0, p2, p, p1);
            if (!window.Avoid(p, _snapped.Rules.EdgeSeparation, onLeft))
                return false;
        }

        return true;
    }

    private void Merge(List<int> chain)
    {
        var (first, last) = (chain[0], chain[^1]);
        var forward = Ranks(chain, (a, b) => _outgoing[a].Where(p => p.To == b));
        var backward = Ranks(chain, (a, b) => _outgoing[b].Where(p => p.To == a));
        _result.AddRange(forward.Select(rank => new Piece(first, last, rank, 0, 0)));
        _result.AddRange(backward.Select(rank => new Piece(last, first, rank, 0, 0)));
    }

    /// <summary>The least rank along each of the parallel edges of a chain.</summary>
    private int[] Ranks(List<int> chain, Func<int, int, IEnumerable<Piece>> edges)
    {
        int[]? least = null;
        for (var i = 1; i < chain.Count; i++)
        {
            Piece[] here = [.. edges(chain[i - 1], chain[i])];
            _left.ExceptWith(here);
            least = least is null ? [.. here.Select(p => p.Rank)] : [.. least.Zip(here, (rank, p) => Math.Min(rank, p.Rank))];
        }

        return least ?? [];
    }
}
