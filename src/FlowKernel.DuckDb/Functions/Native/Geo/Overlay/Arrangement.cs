namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>
/// Edges cut where they cross or touch, so that the pieces meet at their ends only; places that are as good as one are made
/// one.
/// </summary>
internal sealed class Arrangement
{
    /// <summary>How close to an edge a place lies on it, in radians: S2's edge snap radius for exact overlays.</summary>
    private const double OnEdge = Sites.MergeRadius + 8.8817841970012523e-16;

    private readonly IReadOnlyList<InputEdge> _edges;
    private readonly List<int>[] _cuts;

    private Arrangement(IReadOnlyList<InputEdge> edges)
    {
        _edges = edges;
        _cuts = new List<int>[edges.Count];
    }

    /// <summary>The places where pieces meet.</summary>
    public Sites Sites { get; } = new();

    /// <summary>The pieces, in the order of the edges.</summary>
    public List<Piece> Pieces { get; } = [];

    /// <summary>Cuts edges.</summary>
    public static Arrangement Of(IReadOnlyList<InputEdge> edges)
    {
        var arrangement = new Arrangement(edges);
        arrangement.Cut();
        arrangement.MakePieces();
        return arrangement;
    }

    private void Cut()
    {
        for (var i = 0; i < _edges.Count; i++)
            _cuts[i] = [Sites.Of(_edges[i].From), Sites.Of(_edges[i].To)];
        var reaches = _edges.Select(Reach.Of).ToArray();
        int[] order = [.. Enumerable.Range(0, _edges.Count).OrderBy(i => reaches[i].Lowest)];
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = i + 1; j < order.Length && reaches[order[j]].Lowest <= reaches[order[i]].Highest; j++)
            {
                if (reaches[order[i]].MayMeet(reaches[order[j]]))
                    Cut(order[i], order[j]);
            }
        }
    }

    private void Cut(int i, int j)
    {
        var (a, b) = (_edges[i], _edges[j]);
        var touches = CutAt(i, a, _cuts[j]) | CutAt(j, b, _cuts[i]);
        if (!touches && Share(_cuts[i][0], _cuts[i][1], _cuts[j][0], _cuts[j][1]) == 0
            && Crossing(a, b) is { } crossing)
        {
            var site = Sites.Of(crossing);
            _cuts[i].Add(site);
            _cuts[j].Add(site);
        }
    }

    private static int Share(int a, int b, int c, int d) => (a == c || a == d ? 1 : 0) + (b == c || b == d ? 1 : 0);

    /// <summary>Cuts an edge at the ends of another that lie on it.</summary>
    private bool CutAt(int index, InputEdge edge, List<int> ends)
    {
        var touches = false;
        foreach (var site in ends[..2])
        {
            if (site == _cuts[index][0] || site == _cuts[index][1]
                || (Edges.Closest(Sites[site], edge.From, edge.To) - Sites[site]).Length > OnEdge)
                continue;
            _cuts[index].Add(site);
            touches = true;
        }

        return touches;
    }

    /// <summary>Where two edges cross, if they do.</summary>
    private static Direction? Crossing(InputEdge a, InputEdge b)
    {
        var (from, to) = (Side(b.From, a), Side(b.To, a));
        if (from * to >= 0 || Side(a.From, b) * Side(a.To, b) >= 0 || (a.From + a.To).Dot(b.From + b.To) <= 0)
            return null;
        return ((b.From * Math.Abs(to)) + (b.To * Math.Abs(from))).Unit;
    }

    /// <summary>On which side of an edge a place lies, and how far: positive to the left.</summary>
    private static double Side(Direction place, InputEdge edge)
    {
        var near = (place - edge.From).Length < (place - edge.To).Length ? edge.From : edge.To;
        return (place - near).Dot(edge.From.Normal(edge.To));
    }

    private void MakePieces()
    {
        for (var i = 0; i < _edges.Count; i++)
        {
            var from = _edges[i].From;
            int[] sites = [_cuts[i][0], .. _cuts[i][2..].Distinct().OrderBy(s => (Sites[s] - from).Length), _cuts[i][1]];
            for (var k = 1; k < sites.Length; k++)
            {
                if (sites[k - 1] != sites[k])
                    Pieces.Add(new(sites[k - 1], sites[k], i, _edges[i].Region, _edges[i].Chain));
            }
        }
    }

    /// <summary>A ball that holds an edge.</summary>
    private readonly record struct Reach(Direction Center, double Radius)
    {
        public double Lowest => Center.Z - Radius;

        public double Highest => Center.Z + Radius;

        public static Reach Of(InputEdge edge)
        {
            var center = (edge.From + edge.To).Unit;
            return new(center, (edge.From - center).Length + 1e-14);
        }

        public bool MayMeet(Reach other)
        {
            var (apart, reach) = (Center - other.Center, Radius + other.Radius);
            return apart.Dot(apart) <= reach * reach;
        }
    }
}
