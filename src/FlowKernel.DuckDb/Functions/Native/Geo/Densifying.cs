using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>
/// Places added to edges that are straight on a map, so that the geodesics between them keep close to the map's line:
/// each edge is halved until it does (as S2's edge tessellator measures it).
/// </summary>
internal static class Densifying
{
    private const double Checked = 0.31215691082248312;
    private const double Scale = 0.83829992569888509;
    private const int Deepest = 24;

    /// <summary>What SQL calls; the tolerance is in metres.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, double>("kql_line_densify", (json, tolerance) =>
            IsTolerance(tolerance) && GeoJson.Lines(JsonText.Parse(json)) is { } lines
                ? Lines(JsonText.Parse(json), lines, tolerance)
                : null),
        NativeFunction.Json<string, double>("kql_polygon_densify", (json, tolerance) =>
            IsTolerance(tolerance) && GeoJson.Polygons(JsonText.Parse(json)) is { } polygons
                ? Polygons(JsonText.Parse(json), polygons, tolerance)
                : null),
    ];

    private static bool IsTolerance(double tolerance) => tolerance is >= 0.1 and <= 10_000;

    private static string Lines(JsonElement json, (double Longitude, double Latitude)[][] lines, double tolerance)
    {
        var dense = lines.Select(line => GeoJson.Positions(Dense(line, tolerance))).ToArray();
        return json.GetProperty("type").GetString() == "LineString"
            ? GeoJson.Geometry("LineString", dense[0])
            : GeoJson.Geometry("MultiLineString", JsonText.ArrayOfTexts(dense));
    }

    private static string Polygons(JsonElement json, (double Longitude, double Latitude)[][][] polygons, double tolerance)
    {
        var dense = polygons.Select(rings => JsonText.ArrayOfTexts(
            rings.Select(ring => GeoJson.Positions(Dense([.. ring, ring[0]], tolerance))))).ToArray();
        return json.GetProperty("type").GetString() == "Polygon"
            ? GeoJson.Geometry("Polygon", dense[0])
            : GeoJson.Geometry("MultiPolygon", JsonText.ArrayOfTexts(dense));
    }

    private static List<(double Longitude, double Latitude)> Dense(
        (double Longitude, double Latitude)[] line, double tolerance)
    {
        List<(double, double)> result = [line[0]];
        for (var i = 1; i < line.Length; i++)
            Add(line[i - 1], line[i], Scale * tolerance / Direction.EarthRadius, result, 0);
        return [.. result.Select(p => Direction.Of(p.Item1, p.Item2)).Select(p => (p.Longitude, p.Latitude))];
    }

    private static void Add(
        (double Longitude, double Latitude) from, (double Longitude, double Latitude) to, double tolerance,
        List<(double, double)> result, int depth)
    {
        if (depth == Deepest || (Error(from, to, Checked) <= tolerance && Error(from, to, 1 - Checked) <= tolerance))
        {
            result.Add(to);
            return;
        }

        var middle = Between(from, to, 0.5);
        Add(from, middle, tolerance, result, depth + 1);
        Add(middle, to, tolerance, result, depth + 1);
    }

    private static (double Longitude, double Latitude) Between(
        (double Longitude, double Latitude) from, (double Longitude, double Latitude) to, double share) =>
        (from.Longitude + (share * (to.Longitude - from.Longitude)), from.Latitude + (share * (to.Latitude - from.Latitude)));

    private static double Error(
        (double Longitude, double Latitude) from, (double Longitude, double Latitude) to, double share)
    {
        var (flatLongitude, flatLatitude) = Between(from, to, share);
        var round = Direction.Of(from.Longitude, from.Latitude).Towards(Direction.Of(to.Longitude, to.Latitude), share);
        return round.Angle(Direction.Of(flatLongitude, flatLatitude));
    }
}
