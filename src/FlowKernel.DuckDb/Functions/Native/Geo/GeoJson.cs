using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Points, lines and polygons read from GeoJSON (https://www.rfc-editor.org/rfc/rfc7946) and written as it.</summary>
internal static class GeoJson
{
    /// <summary>A point.</summary>
    public static string Point(Direction place) => Point(place.Longitude, place.Latitude);

    /// <summary>A point of a longitude and a latitude in degrees.</summary>
    public static string Point(double longitude, double latitude) =>
        $"{{\"type\":\"Point\",\"coordinates\":{Position(longitude, latitude)}}}";

    /// <summary>A geometry of any kind, from its coordinates as JSON.</summary>
    public static string Geometry(string type, string coordinates) =>
        $"{{\"type\":\"{type}\",\"coordinates\":{coordinates}}}";

    /// <summary>A polygon of one ring, of longitudes and latitudes in degrees; the first comes again at the end.</summary>
    public static string Polygon(IReadOnlyList<(double Longitude, double Latitude)> ring) =>
        Geometry("Polygon", $"[{Positions(ring.Append(ring[0]))}]");

    /// <summary>An array of positions.</summary>
    public static string Positions(IEnumerable<(double Longitude, double Latitude)> places) =>
        JsonText.ArrayOfTexts(places.Select(p => Position(p.Longitude, p.Latitude)));

    /// <summary>One position.</summary>
    public static string Position(double longitude, double latitude) =>
        $"[{JsonText.Real(longitude)},{JsonText.Real(latitude)}]";

    /// <summary>The lines of a LineString or MultiLineString, or null where it is not valid.</summary>
    public static (double Longitude, double Latitude)[][]? Lines(JsonElement json) => (TypeOf(json), Coordinates(json)) switch
    {
        ("LineString", { } line) => All([line], Line),
        ("MultiLineString", { ValueKind: JsonValueKind.Array } lines) => All(lines.EnumerateArray(), Line),
        _ => null,
    };

    /// <summary>The polygons, each of its rings, of a Polygon or MultiPolygon; null where it is not valid.</summary>
    public static (double Longitude, double Latitude)[][][]? Polygons(JsonElement json) =>
        (TypeOf(json), Coordinates(json)) switch
        {
            ("Polygon", { } polygon) => All([polygon], Rings),
            ("MultiPolygon", { ValueKind: JsonValueKind.Array } polygons) => All(polygons.EnumerateArray(), Rings),
            _ => null,
        };

    /// <summary>The geometry itself, also where it is a feature's.</summary>
    private static JsonElement GeometryOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String && type.GetString() == "Feature"
        && json.TryGetProperty("geometry", out var geometry)
            ? geometry
            : json;

    private static string? TypeOf(JsonElement json) =>
        GeometryOf(json) is { ValueKind: JsonValueKind.Object } geometry && geometry.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static JsonElement? Coordinates(JsonElement json) =>
        GeometryOf(json) is { ValueKind: JsonValueKind.Object } geometry
        && geometry.TryGetProperty("coordinates", out var coordinates)
            ? coordinates
            : null;

    private static T[]? All<T>(IEnumerable<JsonElement> items, Func<JsonElement, T?> read)
        where T : class
    {
        var results = new List<T>();
        foreach (var item in items)
        {
            if (read(item) is not { } result)
                return null;
            results.Add(result);
        }

        return results.Count == 0 ? null : [.. results];
    }

    /// <summary>At least two places, none twice in a row and none opposite to the next.</summary>
    private static (double Longitude, double Latitude)[]? Line(JsonElement json)
    {
        if (Places(json) is not { Length: > 1 } line)
            return null;
        return line.Zip(line.Skip(1)).Any(p => p.First == p.Second || AreOpposite(p.First, p.Second)) ? null : line;
    }

    private static (double Longitude, double Latitude)[][]? Rings(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? All(json.EnumerateArray(), Ring) : null;

    /// <summary>At least three distinct places, the first again at the end, which is left out here.</summary>
    private static (double Longitude, double Latitude)[]? Ring(JsonElement json)
    {
        if (Places(json) is not { Length: > 3 } ring || ring[0] != ring[^1])
            return null;
        return ring[1..].Distinct().Count() == ring.Length - 1
            && !ring.Zip(ring.Skip(1)).Any(p => AreOpposite(p.First, p.Second))
            ? ring[..^1]
            : null;
    }

    private static bool AreOpposite((double Longitude, double Latitude) a, (double Longitude, double Latitude) b) =>
        Direction.Of(a.Longitude, a.Latitude).Dot(Direction.Of(b.Longitude, b.Latitude)) <= -1 + 1e-15;

    private static (double Longitude, double Latitude)[]? Places(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return null;
        var places = json.EnumerateArray().Select(Place).ToArray();
        return places.Contains(null) ? null : [.. places.Select(p => p!.Value)];
    }

    private static (double Longitude, double Latitude)? Place(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() >= 2
        && json[0].ValueKind == JsonValueKind.Number && json[1].ValueKind == JsonValueKind.Number
        && Direction.Exists(json[0].GetDouble(), json[1].GetDouble())
            ? (json[0].GetDouble(), json[1].GetDouble())
            : null;
}
