namespace FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;

/// <summary>What a radius asks of snapped edges, as S2Builder's identity snap function has it; all in radians.</summary>
internal readonly record struct SnapRules(double Radius)
{
    /// <summary>How far apart sites are at least.</summary>
    public double SiteSeparation => Radius;

    /// <summary>How far a site is at least from an edge that does not pass through it.</summary>
    public double EdgeSeparation => Radius / 2;

    /// <summary>How far from an edge sites are looked at.</summary>
    public double Reach => (1.1 * Radius) + EdgeSeparation;

    /// <summary>How long an edge may be before it strays from its original.</summary>
    public double LongestEdge => 2 * Math.Acos(Math.Sin(Radius) / Math.Sin(1.1 * Radius));

    /// <summary>On which side of the edge from a to b a place lies: 1 to the left, -1 to the right.</summary>
    public static int Side(Direction a, Direction b, Direction c) => Math.Sign(a.Dot((b - a).Cross(c - a)));

    /// <summary>True where the ways from a place to a, b and c follow each other counterclockwise.</summary>
    public static bool AreOrdered(Direction a, Direction b, Direction c, Direction from) =>
        (Side(b, from, a) >= 0 ? 1 : 0) + (Side(c, from, b) >= 0 ? 1 : 0) + (Side(a, from, c) > 0 ? 1 : 0) >= 2;

    /// <summary>How far a place is from an edge.</summary>
    public static double Distance(Direction place, Direction from, Direction to) =>
        Edges.Closest(place, from, to).Angle(place);

    /// <summary>
    /// Of two sites, the one that covers nothing of an edge that the other does not: 1 for the first, 2 for the second, 0 for
    /// neither. A site covers what is within the radius. The first must be the closer to where the edge begins.
    /// </summary>
    public int Excluded(Direction first, Direction second, Direction from, Direction to)
    {
        if ((first - to).Length < (second - to).Length)
            return 2;
        var normal = from.Normal(to).Unit;
        var (a, b) = (Covered(first, from, normal), Covered(second, from, normal));
        return Math.Abs(a.Half - b.Half) < Math.Abs(a.Middle - b.Middle) ? 0 : b.Half > a.Half ? 1 : 2;
    }

    /// <summary>On which side of an edge the centre of the circle through three places lies.</summary>
    public static int CenterSide(Direction from, Direction to, Direction a, Direction b, Direction c)
    {
        var center = (b - a).Cross(c - b);
        if (center.Dot(a) < 0)
            center = -center;
        return Math.Sign((center.Unit - from).Dot(from.Normal(to)));
    }

    private (double Middle, double Half) Covered(Direction site, Direction from, Direction normal)
    {
        var away = site.Dot(normal);
        var along = site - (normal * away);
        var (sin, cos) = (Math.Sin(Radius), Math.Sqrt(Math.Max(0, 1 - (away * away))));
        var middle = Math.Atan2(normal.Dot(from.Cross(along)), from.Dot(along));
        return (middle, Math.Asin(Math.Min(1, Math.Sqrt(Math.Max(0, (sin * sin) - (away * away))) / cos)));
    }
}
