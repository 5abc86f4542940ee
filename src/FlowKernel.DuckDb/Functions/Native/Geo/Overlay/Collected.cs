namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>Geometries of several dimensions as GeoJSON: one as it is, others as a GeometryCollection.</summary>
internal static class Collected
{
    /// <summary>Points first, then lines, then polygons.</summary>
    public static string Json(IEnumerable<Direction> points, IReadOnlyList<Direction[]> lines, Area? area)
    {
        string[] places = [.. points.Select(p => GeoJson.Position(p.Longitude, p.Latitude))];
        string?[] parts =
        [
            places.Length switch
            {
                0 => null,
                1 => GeoJson.Geometry("Point", places[0]),
                _ => GeoJson.Geometry("MultiPoint", JsonText.ArrayOfTexts(places)),
            },
            Lines.Json(lines),
            area?.Json,
        ];
        string[] texts = [.. parts.OfType<string>()];
        return texts is [var only] ? only : $"{{\"type\":\"GeometryCollection\",\"geometries\":{JsonText.ArrayOfTexts(texts)}}}";
    }
}
