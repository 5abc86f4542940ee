namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Geodesic edges between places on the sphere.</summary>
internal static class Edges
{
    /// <summary>The edges of a line.</summary>
    public static IEnumerable<(Direction From, Direction To)> Of(IReadOnlyList<Direction> line) =>
        Enumerable.Range(0, line.Count - 1).Select(i => (line[i], line[i + 1]));

    /// <summary>The edges of a ring, the last of which leads back.</summary>
    public static IEnumerable<(Direction From, Direction To)> OfRing(IReadOnlyList<Direction> ring) =>
        Enumerable.Range(0, ring.Count).Select(i => (ring[i], ring[(i + 1) % ring.Count]));

    /// <summary>The place on an edge that is closest to another.</summary>
    public static Direction Closest(Direction place, Direction from, Direction to)
    {
        var normal = from.Normal(to);
        var length = normal.Dot(normal);
        if (length > 0)
        {
            var foot = place - (normal * (place.Dot(normal) / length));
            if (foot.Length > 0 && from.Cross(foot).Dot(normal) >= 0 && foot.Cross(to).Dot(normal) >= 0)
                return foot.Unit;
        }

        return (place - from).Length <= (place - to).Length ? from : to;
    }

    /// <summary>True when two edges have a place in common.</summary>
    public static bool Meet(Direction a, Direction b, Direction c, Direction d)
    {
        var (first, second) = (a.Normal(b), c.Normal(d));
        var (sideC, sideD) = (Side(first.Dot(c)), Side(first.Dot(d)));
        var (sideA, sideB) = (Side(second.Dot(a)), Side(second.Dot(b)));
        if (sideC * sideD > 0 || sideA * sideB > 0)
            return false;
        if (sideC * sideD < 0 && sideA * sideB < 0)
            return (a + b).Dot(c + d) > 0;
        return IsOn(c, a, b) || IsOn(d, a, b) || IsOn(a, c, d) || IsOn(b, c, d);
    }

    /// <summary>True when two edges that meet cross each other inside, and do not just touch.</summary>
    public static bool Cross((Direction From, Direction To) edge, (Direction From, Direction To) other)
    {
        var (first, second) = (edge.From.Normal(edge.To), other.From.Normal(other.To));
        return Side(first.Dot(other.From)) * Side(first.Dot(other.To)) < 0
            && Side(second.Dot(edge.From)) * Side(second.Dot(edge.To)) < 0;
    }

    /// <summary>The pieces of an edge between the places where others cross it.</summary>
    public static IEnumerable<(Direction From, Direction To)> Cut(
        Direction from, Direction to, IReadOnlyList<(Direction From, Direction To)> others)
    {
        var cuts = others.Where(o => Meet(from, to, o.From, o.To))
            .Select(o => from.Normal(to).Cross(o.From.Normal(o.To))).Where(c => c.Length > 0)
            .Select(c => c.Dot(from + to) < 0 ? (-c).Unit : c.Unit)
            .Where(c => from.Angle(c) < from.Angle(to)).OrderBy(from.Angle);
        return Of([from, .. cuts, to]).Where(piece => (piece.From - piece.To).Length > 1e-15);
    }

    private static bool IsOn(Direction place, Direction from, Direction to) =>
        (Closest(place, from, to) - place).Length < 1e-15;

    private static int Side(double value) => Math.Abs(value) < 1e-18 ? 0 : Math.Sign(value);
}
