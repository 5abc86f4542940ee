namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Functions on polygons.</summary>
internal static class ShapeFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<double, double, string, bool>("kql_point_in_polygon", (longitude, latitude, polygon) =>
            Direction.Exists(longitude, latitude) ? ShapeCache.Of(polygon)?.Contains(Direction.Of(longitude, latitude)) : null),
        NativeFunction.Value<double, double, string, double>("kql_distance_to_polygon", (longitude, latitude, polygon) =>
            Closest(longitude, latitude, polygon) is { } closest
                ? closest.Angle(Direction.Of(longitude, latitude)) * Direction.EarthRadius
                : null),
        NativeFunction.Json<double, double, string>("kql_closest_on_polygon", (longitude, latitude, polygon) =>
            Closest(longitude, latitude, polygon) is { } closest ? GeoJson.Point(closest) : null),
        NativeFunction.Value<string, double>("kql_polygon_area", json => Shape.Read(json)?.Area),
        NativeFunction.Value<string, double>("kql_polygon_perimeter", json => Shape.Read(json)?.Perimeter),
        NativeFunction.Json<string>("kql_polygon_centroid",
            json => Shape.Read(json) is { } shape ? GeoJson.Point(shape.Centroid) : null),
        NativeFunction.Value<string, string, bool>("kql_polygons_meet", (left, right) =>
            Shape.Read(left) is { } a && Shape.Read(right) is { } b ? Meet(a, b) : null),
        NativeFunction.Value<string, string, bool>("kql_line_meets_polygon", (line, polygon) =>
            PolylineFunctions.Read(line) is { } lines && Shape.Read(polygon) is { } shape ? Meet(lines, shape) : null),
    ];

    /// <summary>The closest place of a polygon: the place itself where it lies inside; null where one is not valid.</summary>
    private static Direction? Closest(double longitude, double latitude, string polygon)
    {
        if (!Direction.Exists(longitude, latitude) || ShapeCache.Of(polygon) is not { } shape)
            return null;
        var place = Direction.Of(longitude, latitude);
        return shape.Contains(place)
            ? place
            : shape.AllEdges.Select(e => Edges.Closest(place, e.From, e.To)).MinBy(c => (c - place).Length);
    }

    private static bool Meet(Shape a, Shape b) =>
        a.AllEdges.Any(e => b.AllEdges.Any(o => Edges.Meet(e.From, e.To, o.From, o.To)))
        || b.Rings.Any(ring => a.Contains(ring[0])) || a.Rings.Any(ring => b.Contains(ring[0]));

    private static bool Meet(Direction[][] lines, Shape shape) =>
        lines.Any(line => shape.Contains(line[0])
            || Edges.Of(line).Any(e => shape.AllEdges.Any(o => Edges.Meet(e.From, e.To, o.From, o.To))));
}
