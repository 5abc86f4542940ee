namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Areas on the unit sphere.</summary>
internal static class SphereArea
{
    /// <summary>The area of a ring: positive where it runs counterclockwise around the smaller part.</summary>
    public static double Signed(Direction[] ring)
    {
        var area = 0.0;
        for (var i = 1; i + 1 < ring.Length; i++)
            area += Triangle(ring[0], ring[i], ring[i + 1]);
        return Smaller(area);
    }

    /// <summary>The area of the smaller part, with its sign.</summary>
    public static double Smaller(double area) =>
        area > 2 * Math.PI ? area - (4 * Math.PI) : area < -2 * Math.PI ? area + (4 * Math.PI) : area;

    /// <summary>The area of a small or large triangle, by the tangent of half its spherical excess.</summary>
    public static double Triangle(Direction a, Direction b, Direction c)
    {
        var volume = a.Dot((b - a).Cross(c - a));
        return 2 * Math.Atan2(volume, 1 + a.Dot(b) + b.Dot(c) + c.Dot(a));
    }
}
