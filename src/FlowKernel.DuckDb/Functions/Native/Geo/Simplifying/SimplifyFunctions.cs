using FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

namespace FlowKernel.DuckDb.Functions.Native.Geo.Simplifying;

/// <summary>Lines and polygons with fewer places, none of which are closer together than a distance.</summary>
internal static class SimplifyFunctions
{
    /// <summary>In radians: the largest radius of S2Builder.</summary>
    private const double Largest = 70 * Math.PI / 180;

    /// <summary>What SQL calls; the tolerance is in metres.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, double>("kql_line_simplify", (json, tolerance) =>
            IsValid(tolerance) && PolylineFunctions.Read(json) is { } lines
                ? tolerance > 0 ? Simple(lines, tolerance) : Lines.Json(lines)
                : null),
        NativeFunction.Json<string, double>("kql_polygon_simplify", (json, tolerance) =>
            IsValid(tolerance) && Area.Read(JsonText.Parse(json)) is { } area ? Simple(area, tolerance) : null),
        NativeFunction.Json<string, double>("kql_polygons_simplify", (json, tolerance) =>
            IsValid(tolerance) && AreaFunctions.ReadAll(JsonText.Parse(json)) is { } areas
                ? AreaUnion.Of(areas) is { } area ? Simple(area, tolerance) : ""
                : null),
    ];

    private static bool IsValid(double tolerance) => tolerance >= 0 && tolerance / Direction.EarthRadius <= Largest;

    /// <summary>Lines with their places moved; null where all come together, the empty text where nothing settles.</summary>
    private static string? Simple(Direction[][] lines, double tolerance)
    {
        var simple = new List<Direction[]>();
        foreach (var line in lines)
        {
            var snapped = SnappedEdges.Of([.. Edges.Of(line)], tolerance / Direction.EarthRadius);
            if (!snapped.IsSettled)
                return "";
            var sites = Walk(SimplifiedEdges.Of(snapped));
            if (sites.Count > 1)
                simple.Add([.. sites.Select(site => snapped.Sites[site])]);
        }

        return Lines.Json(simple);
    }

    /// <summary>The sites of a line one after another: at each the edge that came first goes on.</summary>
    private static List<int> Walk(List<Piece> pieces)
    {
        var sites = new List<int>();
        var from = pieces.GroupBy(p => p.From).ToDictionary(g => g.Key, g => new Queue<Piece>(g.OrderBy(p => p.Rank)));
        HashSet<int> reached = [.. pieces.Select(p => p.To)];
        var first = pieces.OrderBy(p => p.Rank).ThenBy(p => reached.Contains(p.From)).Select(p => p.From).DefaultIfEmpty(-1).First();
        for (var at = first; from.TryGetValue(at, out var next) && next.TryDequeue(out var piece); at = piece.To)
        {
            if (sites.Count == 0)
                sites.Add(at);
            sites.Add(piece.To);
        }

        return sites;
    }

    private static string? Simple(Area area, double tolerance)
    {
        if (tolerance == 0)
            return area.Json;
        var snapped = SnappedEdges.Of([.. area.Rings.SelectMany(Edges.OfRing)], tolerance / Direction.EarthRadius);
        if (!snapped.IsSettled)
            return "";
        var halves = HalfEdges.Of(SimplifiedEdges.Of(snapped), site => snapped.Sites[site]);
        return Loops.Of(halves.Where(h => h.Gain.A > 0)) is { } loops
            ? Area.Of([.. loops.Where(loop => loop.Count > 2)
                .Select(loop => loop.Select(site => snapped.Sites[site]).ToArray())]).Json
            : "";
    }
}
