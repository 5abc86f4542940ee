namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>
/// How often the rings of two regions cover each face between their pieces: counted around one piece of each connected part,
/// and from there on by what each piece adds.
/// </summary>
internal sealed class Coverage
{
    private readonly Sites _sites;
    private readonly IReadOnlyList<Piece> _pieces;
    private readonly IReadOnlyList<RingKind> _kinds;

    private Coverage(Arrangement arrangement, IReadOnlyList<RingKind> kinds) =>
        (_sites, _pieces, _kinds) = (arrangement.Sites, arrangement.Pieces, kinds);

    /// <summary>Both directions of all pieces, in no order.</summary>
    public required IReadOnlyCollection<HalfEdge> Halves { get; init; }

    /// <summary>False where edges lie too close together to tell in which order they leave a site.</summary>
    public bool IsConsistent { get; private set; } = true;

    /// <summary>Counts.</summary>
    /// <param name="arrangement">The pieces of closed rings.</param>
    /// <param name="kinds">The kind of each chain.</param>
    public static Coverage Of(Arrangement arrangement, IReadOnlyList<RingKind> kinds)
    {
        var coverage = new Coverage(arrangement, kinds)
        {
            Halves = HalfEdges.Of(arrangement.Pieces, site => arrangement.Sites[site]),
        };
        foreach (var half in coverage.Halves)
        {
            if (half.Left is null)
                coverage.Spread(half);
        }

        return coverage;
    }

    private void Spread(HalfEdge first)
    {
        first.Left = Count(first);
        var open = new Stack<HalfEdge>([first]);
        while (open.TryPop(out var half))
        {
            var (left, gain) = (half.Left!.Value, half.Gain);
            Set(half.Twin, (left.A - gain.A, left.B - gain.B));
            Set(half.Counterclockwise.Twin, left);
        }

        void Set(HalfEdge half, (int A, int B) left)
        {
            if (half.Left is { } known)
            {
                IsConsistent &= known == left;
                return;
            }

            half.Left = left;
            open.Push(half);
        }
    }

    private (int A, int B) Count(HalfEdge half)
    {
        var middle = (_sites[half.From] + _sites[half.To]).Unit;
        var turned = new double[_kinds.Count];
        var regions = new int[_kinds.Count];
        var gains = new int[_kinds.Count];
        foreach (var piece in _pieces)
        {
            regions[piece.Chain] = piece.Region;
            if ((piece.From, piece.To) == (half.From, half.To))
                gains[piece.Chain]++;
            else if ((piece.From, piece.To) == (half.To, half.From))
                gains[piece.Chain]--;
            else
                turned[piece.Chain] += Angle(middle, _sites[piece.From], _sites[piece.To]);
        }

        int[] counts = [0, 0];
        for (var chain = 0; chain < turned.Length; chain++)
            counts[regions[chain]] += Count(_kinds[chain], turned[chain] / (2 * Math.PI), gains[chain]);
        return (counts[0], counts[1]);
    }

    private static int Count(RingKind kind, double turns, int gain) => (kind, gain) switch
    {
        (RingKind.Path, _) => (int)Math.Round(turns + (gain / 2.0)),
        (RingKind.Shell, 0) => turns > 0.5 ? 1 : 0,
        (RingKind.Hole, 0) => turns < -0.5 ? -1 : 0,
        (RingKind.Shell, _) => gain > 0 ? 1 : 0,
        _ => gain > 0 ? 0 : -1,
    };

    private static double Angle(Direction center, Direction from, Direction to)
    {
        var (a, b) = (from - (center * center.Dot(from)), to - (center * center.Dot(to)));
        return Math.Atan2(center.Dot(a.Cross(b)), a.Dot(b));
    }
}
