using FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>Functions on cells of H3, hexagons in 16 sizes.</summary>
internal static class H3Functions
{
    private const int FarthestRing = 142;
    private const int DeepestChildren = 5;
    private const int MostCells = 61680;

    /// <summary>In metres, as geo_polygon_buffer has it.</summary>
    private const double DefaultTolerance = 10;

    /// <summary>What stands for a resolution that is not given.</summary>
    private const long NotGiven = -long.MaxValue;

    /// <summary>The directions in which the engine lists the cells around one.</summary>
    private static readonly int[] Listed = [1, 4, 5, 3, 2, 6];

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<double, double, long>("kql_h3cell", (longitude, latitude, resolution) =>
            Direction.Exists(longitude, latitude) && resolution is >= 0 and <= H3Cell.Finest
                ? H3Grid.Cell(Direction.Of(longitude, latitude), (int)resolution).Token
                : null),
        NativeFunction.Value<string, int>("kql_h3cell_level", token => H3Cell.Read(token)?.Resolution),
        NativeFunction.Json<string>("kql_h3cell_center",
            token => H3Cell.Read(token) is { } cell ? GeoJson.Point(H3Grid.Center(cell)) : null),
        NativeFunction.Json<string>("kql_h3cell_polygon", token => H3Cell.Read(token) is { } cell
            ? GeoJson.Polygon([.. H3Grid.Corners(cell).Select(c => (c.Longitude, c.Latitude))])
            : null),
        NativeFunction.Text<string, long>("kql_h3cell_parent", (token, resolution) =>
            H3Cell.Read(token) is { } cell && (resolution == NotGiven ? cell.Resolution - 1 : resolution) is >= 0 and < H3Cell.Finest and var given
            && given <= cell.Resolution
                ? cell.Parent((int)given).Token
                : null),
        NativeFunction.Json<string, long>("kql_h3cell_children", (token, resolution) =>
            H3Cell.Read(token) is { } cell && (resolution == NotGiven ? cell.Resolution + 1 : resolution) is <= H3Cell.Finest and var given
            && given >= cell.Resolution && given <= cell.Resolution + DeepestChildren
                ? Tokens(cell.Children((int)given))
                : null),
        NativeFunction.Json<string>("kql_h3cell_neighbors",
            token => H3Cell.Read(token) is { } cell ? Tokens(H3Neighbors.Around(cell, Listed)) : null),
        NativeFunction.Json<string, long>("kql_h3cell_rings", (token, distance) =>
            H3Cell.Read(token) is { } cell && distance is >= 0 and <= FarthestRing
                ? JsonText.ArrayOfTexts(H3Neighbors.Rings(cell, (int)distance).Select(Tokens))
                : null),
        NativeFunction.Json<string, long, double>("kql_polygon_h3cells", (json, resolution, radius) =>
            resolution is >= 0 and <= H3Cell.Finest && radius >= 0 && Buffered(json, radius) is { } area
            && H3Fill.Of(GeoJson.Polygons(JsonText.Parse(area))!.SelectMany(p => p), (int)resolution, MostCells) is { } cells
                ? Tokens(cells)
                : null),
    ];

    private static string? Buffered(string json, double radius) =>
        GeoJson.Polygons(JsonText.Parse(json)) is null ? null
            : radius == 0 ? json : BufferFunctions.AroundPolygon(json, radius, DefaultTolerance) is { Length: > 0 } area ? area : null;

    private static string Tokens(IEnumerable<H3Cell> cells) => JsonText.ArrayOfTexts(cells.Select(c => JsonText.Quote(c.Token)));
}
