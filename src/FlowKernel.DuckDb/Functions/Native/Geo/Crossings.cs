namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>
/// What a line has in common with another or with a polygon, where edges cross and do not just touch. Elsewhere which
/// vertices S2 keeps is not documented, and the text is empty.
/// </summary>
internal static class Crossings
{
    private const string Unsettled = "";
    private const string Nothing = "{\"type\":\"GeometryCollection\",\"geometries\":[]}";

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string>("kql_lines_in_common", (left, right) =>
            PolylineFunctions.Read(left) is { } a && PolylineFunctions.Read(right) is { } b ? Common(a, b) : null),
        NativeFunction.Json<string, string>("kql_line_inside", (line, polygon) =>
            PolylineFunctions.Read(line) is { } lines && Shape.Read(polygon) is { } shape ? Inside(lines, shape) : null),
    ];

    /// <summary>The place where lines cross, if they do once.</summary>
    private static string Common(Direction[][] a, Direction[][] b)
    {
        var others = b.SelectMany(Edges.Of).ToList();
        var pairs = a.SelectMany(Edges.Of).SelectMany(e => others.Select(o => (Edge: e, Other: o)))
            .Where(p => Edges.Meet(p.Edge.From, p.Edge.To, p.Other.From, p.Other.To)).ToList();
        if (pairs.Exists(p => !Edges.Cross(p.Edge, p.Other)))
            return Unsettled;
        return pairs switch
        {
            [] => Nothing,
            [var (edge, other)] => GeoJson.Point(Edges.Cut(edge.From, edge.To, [other]).First().To),
            _ => Unsettled,
        };
    }

    /// <summary>The parts of a line inside polygons, in its order.</summary>
    private static string Inside(Direction[][] lines, Shape shape)
    {
        var borders = shape.AllEdges.ToList();
        if (lines is not [var line] || shape.Count > 1 || Edges.Of(line).Any(e => borders.Exists(o =>
            Edges.Meet(e.From, e.To, o.From, o.To) && !Edges.Cross(e, o))))
            return Unsettled;
        var parts = new List<List<Direction>>();
        var isOpen = false;
        foreach (var (from, to) in Edges.Of(line).SelectMany(e => Edges.Cut(e.From, e.To, borders)))
        {
            var isInside = shape.Contains((from + to).Unit);
            if (isInside && !isOpen)
                parts.Add([from]);
            if (isInside)
                parts[^1].Add(to);
            isOpen = isInside;
        }

        var texts = parts.Select(p => GeoJson.Positions(p.Select(d => (d.Longitude, d.Latitude)))).ToList();
        return texts switch
        {
            [] => Nothing,
            [var part] => GeoJson.Geometry("LineString", part),
            _ => GeoJson.Geometry("MultiLineString", JsonText.ArrayOfTexts(texts)),
        };
    }
}
