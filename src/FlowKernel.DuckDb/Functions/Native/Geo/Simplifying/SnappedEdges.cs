namespace FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;

/// <summary>
/// Edges moved to sites: some of their ends, chosen so that no end is farther from one than a radius and no two are closer, and
/// places added where an edge would pass a site too closely. The steps are S2Builder's
/// (https://github.com/google/s2geometry, © Google, Apache License 2.0).
/// </summary>
internal sealed class SnappedEdges
{
    /// <summary>Passes over edges after which the places added still call for others: rounding does not let them rest.</summary>
    private const int MostPasses = 100;

    private readonly List<Direction> _sites = [];
    private readonly List<int>[] _near;
    private HashSet<int> _again = [];

    private SnappedEdges(IReadOnlyList<(Direction From, Direction To)> edges, double radius) =>
        (Edges, Rules, _near) = (edges, new(radius), new List<int>[edges.Count]);

    /// <summary>The edges as they were.</summary>
    public IReadOnlyList<(Direction From, Direction To)> Edges { get; }

    /// <summary>What the radius asks.</summary>
    public SnapRules Rules { get; }

    /// <summary>The sites.</summary>
    public IReadOnlyList<Direction> Sites => _sites;

    /// <summary>For each edge the sites near it, by their distance from where it begins.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Near => _near;

    /// <summary>False where no places were found that leave all edges apart.</summary>
    public bool IsSettled { get; private set; } = true;

    /// <summary>Moves edges.</summary>
    public static SnappedEdges Of(IReadOnlyList<(Direction From, Direction To)> edges, double radius)
    {
        var snapped = new SnappedEdges(edges, radius);
        snapped.ChooseSites();
        snapped.FindNear();
        snapped.AddSites();
        return snapped;
    }

    /// <summary>The sites that an edge passes through once it is moved.</summary>
    public List<int> Chain(int edge)
    {
        var ((from, to), chain) = (Edges[edge], new List<int>());
        foreach (var c in _near[edge])
        {
            if (SnapRules.Distance(_sites[c], from, to) <= Rules.Radius && IsAdded(chain, c, from, to))
                chain.Add(c);
        }

        return chain;
    }

    /// <summary>Takes sites off the chain that a new one leaves nothing of the edge to; false where they leave nothing to it.</summary>
    private bool IsAdded(List<int> chain, int site, Direction from, Direction to)
    {
        var c = _sites[site];
        while (chain.Count > 0)
        {
            var b = _sites[chain[^1]];
            if (b.Angle(c) >= 2 * Rules.Radius)
                return true;
            var excluded = Rules.Excluded(b, c, from, to);
            if (excluded == 2)
                return false;
            if (excluded == 0)
            {
                if (chain.Count < 2)
                    return true;
                var a = _sites[chain[^2]];
                var side = SnapRules.Side(from, to, b);
                if (a.Angle(c) >= 2 * Rules.Radius || SnapRules.Side(a, b, c) == side
                    || SnapRules.CenterSide(from, to, a, b, c) != side)
                    return true;
            }

            chain.RemoveAt(chain.Count - 1);
        }

        return true;
    }

    private void ChooseSites()
    {
        var grid = new NearPlaces(Rules.SiteSeparation);
        foreach (var place in Edges.SelectMany(e => new[] { e.From, e.To }).Distinct().OrderBy(S2Cells.Leaf))
        {
            if (grid.Around(place).Any(s => _sites[s].Angle(place) <= Rules.SiteSeparation))
                continue;
            grid.Add(place, _sites.Count);
            _sites.Add(place);
        }
    }

    private void FindNear()
    {
        int[] byHeight = [.. Enumerable.Range(0, _sites.Count).OrderBy(s => _sites[s].Z)];
        double[] heights = [.. byHeight.Select(s => _sites[s].Z)];
        for (var i = 0; i < Edges.Count; i++)
        {
            var (from, to) = Edges[i];
            var middle = (from + to).Unit;
            var reach = (middle - from).Length + Rules.Reach;
            var at = Array.BinarySearch(heights, middle.Z - reach);
            List<int> near = [];
            for (at = at < 0 ? ~at : at; at < heights.Length && heights[at] <= middle.Z + reach; at++)
            {
                var site = byHeight[at];
                if ((_sites[site] - middle).Length <= reach && SnapRules.Distance(_sites[site], from, to) <= Rules.Reach)
                    near.Add(site);
            }

            _near[i] = [.. near.OrderBy(s => (_sites[s] - from).Length).ThenBy(s => s)];
        }
    }

    private void AddSites()
    {
        for (var edge = 0; edge < Edges.Count; edge++)
        {
            _again.Remove(edge);
            AddSites(edge);
        }

        for (var pass = 0; _again.Count > 0; pass++)
        {
            if (pass == MostPasses)
            {
                IsSettled = false;
                return;
            }

            int[] edges = [.. _again.Order()];
            _again = [];
            foreach (var edge in edges)
            {
                _again.Remove(edge);
                AddSites(edge);
            }
        }
    }

    /// <summary>Adds places on an edge where its chain passes another site too closely.</summary>
    private void AddSites(int edge)
    {
        var (chain, near) = (Chain(edge), _near[edge].ToList());
        for (int i = 0, j = 0; j < near.Count; j++)
        {
            if (near[j] == chain[i])
            {
                if (++i == chain.Count)
                    return;
                continue;
            }

            if (i == 0)
                continue;
            var (site, before, after) = (_sites[near[j]], _sites[chain[i - 1]], _sites[chain[i]]);
            if (SnapRules.Distance(site, before, after) >= Rules.EdgeSeparation)
                continue;
            Add(Separating(site, before, after, edge));
            while (near[j + 1] != chain[i])
                j++;
        }
    }

    private void Add(Direction place)
    {
        var site = _sites.Count;
        _sites.Add(place);
        for (var i = 0; i < Edges.Count; i++)
        {
            var (from, to) = Edges[i];
            if (SnapRules.Distance(place, from, to) > Rules.Reach)
                continue;
            var at = _near[i].FindIndex(s => (_sites[s] - from).Length >= (place - from).Length);
            _near[i].Insert(at < 0 ? _near[i].Count : at, site);
            _again.Add(i);
        }
    }

    /// <summary>The place on an edge closest to a site, between what the sites before and after it cover.</summary>
    private Direction Separating(Direction site, Direction before, Direction after, int edge)
    {
        var (from, to) = Edges[edge];
        var (ahead, normal) = (to - from, from.Normal(to));
        var place = Geo.Edges.Closest(site, from, to);
        var (first, last) = (CoveredEnd(before, normal), CoveredEnd(after, -normal));
        return (place - first).Dot(ahead) < 0 ? first : (last - place).Dot(ahead) < 0 ? last : place;
    }

    /// <summary>The last place of an edge with a normal that a site covers.</summary>
    private Direction CoveredEnd(Direction site, Direction normal)
    {
        var (length, away, sin) = (normal.Dot(normal), normal.Dot(site), Math.Sin(Rules.Radius));
        var on = (site * length) - (normal * away);
        var beyond = Math.Sqrt(Math.Max(0, (sin * sin * length) - (away * away)));
        return ((on * Math.Sqrt(1 - (sin * sin))) + (normal.Cross(site) * beyond)).Unit;
    }
}
