using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>Functions that make polygons of polygons.</summary>
internal static class AreaFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_union_polygons",
            json => ReadAll(JsonText.Parse(json)) is { } areas ? Settled(AreaUnion.Of(areas)) : null),
        NativeFunction.Json<string, string>("kql_polygons_in_common", (left, right) =>
            Area.Read(JsonText.Parse(left)) is { } a && Area.Read(JsonText.Parse(right)) is { } b
                ? AreaIntersection.Of(a, b)
                : null),
    ];

    /// <summary>An area as GeoJSON, null without rings; the empty text where it could not be told.</summary>
    public static string? Settled(Area? area) => area is null ? "" : area.Json;

    /// <summary>The polygons of an array, or null where one is not valid.</summary>
    public static List<Area>? ReadAll(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0)
            return null;
        var areas = new List<Area>();
        foreach (var item in json.EnumerateArray())
        {
            if (Area.Read(item) is not { } area)
                return null;
            areas.Add(area);
        }

        return areas;
    }
}
