namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Lines and polygons as the cells of S2 that they meet.</summary>
internal static class CoveringFunctions
{
    private const int Most = 65536;

    /// <summary>What SQL calls; the radius is in metres.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, long, double>("kql_line_s2cells", (json, level, radius) =>
            PolylineFunctions.Read(json) is { } lines
                ? Tokens([.. lines.SelectMany(Edges.Of)], _ => false, level, radius)
                : null),
        NativeFunction.Json<string, long, double>("kql_polygon_s2cells", (json, level, radius) =>
            Shape.Read(json) is { } shape ? Tokens([.. shape.AllEdges], shape.Contains, level, radius) : null),
    ];

    private static string? Tokens(
        IReadOnlyList<(Direction From, Direction To)> edges, Func<Direction, bool> contains, long level, double radius) =>
        level is >= 0 and <= 30 && radius >= 0
        && S2Covering.Of(edges, contains, (int)level, radius / Direction.EarthRadius, Most) is { } cells
            ? JsonText.ArrayOfTexts(cells.Select(c => JsonText.Quote(S2Cells.Token(c))))
            : null;
}
