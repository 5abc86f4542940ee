namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>Pieces as half-edges, sorted around the sites where they meet.</summary>
internal static class HalfEdges
{
    /// <summary>Both directions of all pieces.</summary>
    public static IReadOnlyCollection<HalfEdge> Of(IEnumerable<Piece> pieces, Func<int, Direction> placeOf)
    {
        var halves = new Dictionary<(int From, int To), HalfEdge>();
        foreach (var piece in pieces)
            Half(piece.From, piece.To).Pieces.Add(piece);
        foreach (var around in halves.Values.GroupBy(h => h.From))
            Turn(placeOf(around.Key), around, placeOf);
        return halves.Values;

        HalfEdge Half(int from, int to)
        {
            if (halves.TryGetValue((from, to), out var half))
                return half;
            halves[(from, to)] = half = new(from, to);
            half.Twin = Half(to, from);
            return half;
        }
    }

    /// <summary>Links the half-edges around a site, counterclockwise.</summary>
    private static void Turn(Direction center, IEnumerable<HalfEdge> around, Func<int, Direction> placeOf)
    {
        var across = (Math.Abs(center.Z) < 0.9 ? new Direction(0, 0, 1) : new Direction(1, 0, 0)).Cross(center).Unit;
        var up = center.Cross(across);
        HalfEdge[] sorted = [.. around.OrderBy(h =>
        {
            var ahead = placeOf(h.To) - center;
            return Math.Atan2(ahead.Dot(up), ahead.Dot(across));
        })];
        for (var i = 0; i < sorted.Length; i++)
        {
            var next = sorted[(i + 1) % sorted.Length];
            (sorted[i].Counterclockwise, next.Clockwise) = (next, sorted[i]);
        }
    }
}
