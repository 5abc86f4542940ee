namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>Polygons around everything that is not farther from a geometry than a distance.</summary>
internal static class BufferFunctions
{
    private const string TooWide = "";

    /// <summary>In radians: wider ones may reach around the Earth.</summary>
    private const double Widest = Math.PI / 4;

    /// <summary>The least tolerance, as a share of the distance.</summary>
    private const double Finest = 1e-6;

    /// <summary>What SQL calls; distance and tolerance in metres.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<double, double, double, double>("kql_point_buffer", (longitude, latitude, radius, tolerance) =>
            Direction.Exists(longitude, latitude)
                ? Around(radius, tolerance, path => [path().AroundPoint(Direction.Of(longitude, latitude))])
                : null),
        NativeFunction.Json<string, double, double>("kql_line_buffer", (json, radius, tolerance) =>
            PolylineFunctions.Read(json) is { } lines
                ? Around(radius, tolerance, path => [.. lines.Select(line => path().AroundLine(line))])
                : null),
        NativeFunction.Json<string, double, double>("kql_polygon_buffer", AroundPolygon),
    ];

    /// <summary>The buffer of a polygon, as <see cref="Around"/> says.</summary>
    public static string? AroundPolygon(string json, double radius, double tolerance) =>
        Area.Read(JsonText.Parse(json)) is { } area
            ? Around(radius, tolerance, path => [.. area.Rings.Select(ring => path().AroundRing(ring))])
            : null;

    /// <summary>The buffer of an area, or null where the distance is not valid; the empty text where it is too wide.</summary>
    private static string? Around(double radius, double tolerance, Func<Func<OffsetPath>, Direction[][]> paths)
    {
        if (!(radius > 0) || !(tolerance >= radius * Finest))
            return null;
        var angle = radius / Direction.EarthRadius;
        if (angle > Widest)
            return TooWide;
        return AreaFunctions.Settled(
            Overlaid.Of(paths(() => new(angle, Math.Min(1 - 1e-9, tolerance / radius)))).Where((covered, _) => covered > 0));
    }
}
