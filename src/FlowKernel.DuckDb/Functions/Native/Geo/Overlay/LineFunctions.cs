using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>Functions that make lines of lines, and of lines and polygons.</summary>
internal static class LineFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_union_lines",
            json => ReadAll(JsonText.Parse(json)) is { } lines ? Union(lines) : null),
        NativeFunction.Json<string, string>("kql_lines_in_common", (left, right) =>
            PolylineFunctions.Read(left) is { } a && PolylineFunctions.Read(right) is { } b ? Common(a, b) : null),
        NativeFunction.Json<string, string>("kql_line_inside", (line, polygon) =>
            PolylineFunctions.Read(line) is { } lines && Area.Read(JsonText.Parse(polygon)) is { } area
                ? Inside(lines, area, Shape.Read(polygon)!)
                : null),
    ];

    private static List<Direction[]>? ReadAll(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0)
            return null;
        var lines = new List<Direction[]>();
        foreach (var item in json.EnumerateArray())
        {
            if (PolylineFunctions.Read(item) is not { } read)
                return null;
            lines.AddRange(read);
        }

        return lines;
    }

    private static string? Union(IReadOnlyList<Direction[]> lines)
    {
        var arrangement = Arrangement.Of([.. EdgesOf(lines, 0, 0)]);
        return Lines.Json(Lines.Of(arrangement.Pieces, arrangement.Sites));
    }

    private static string Common(Direction[][] a, Direction[][] b)
    {
        var arrangement = Arrangement.Of([.. EdgesOf(a, 0, 0), .. EdgesOf(b, 1, a.Length)]);
        var others = Ends(arrangement.Pieces.Where(p => p.Region == 1));
        return Json(arrangement, [.. arrangement.Pieces.Where(p => p.Region == 0 && others.Contains((p.From, p.To)))]);
    }

    private static string Inside(Direction[][] lines, Area area, Shape shape)
    {
        var arrangement = Arrangement.Of([.. EdgesOf(lines, 0, 0), .. area.EdgesAs(1, lines.Length)]);
        var border = Ends(arrangement.Pieces.Where(p => p.Region == 1));
        HashSet<int> onBorder = [.. border.Select(e => e.From)];
        var (kept, last, isInside) = (new List<Piece>(), default(Piece), false);
        foreach (var piece in arrangement.Pieces.Where(p => p.Region == 0))
        {
            var goesOn = kept.Count + last.To > 0 && last.Chain == piece.Chain && last.To == piece.From;
            if (!goesOn || onBorder.Contains(piece.From))
                isInside = shape.Contains((arrangement.Sites[piece.From] + arrangement.Sites[piece.To]).Unit);
            if (isInside || border.Contains((piece.From, piece.To)))
                kept.Add(piece);
            last = piece;
        }

        return Json(arrangement, kept);
    }

    /// <summary>Pieces as lines, and the places where both regions meet elsewhere as points.</summary>
    private static string Json(Arrangement arrangement, List<Piece> kept)
    {
        HashSet<int> used = [.. kept.SelectMany(p => new[] { p.From, p.To })];
        var points = arrangement.Pieces.SelectMany(p => new[] { (Site: p.From, Piece: p), (Site: p.To, Piece: p) })
            .GroupBy(p => p.Site)
            .Where(g => !used.Contains(g.Key) && g.Any(p => p.Piece.Region == 0) && g.Any(p => p.Piece.Region == 1))
            .OrderBy(g => g.Min(p => p.Piece.Rank)).Select(g => arrangement.Sites[g.Key]);
        return Collected.Json(points, Lines.Of(kept, arrangement.Sites), area: null);
    }

    private static HashSet<(int From, int To)> Ends(IEnumerable<Piece> pieces) =>
        [.. pieces.SelectMany(p => new[] { (p.From, p.To), (p.To, p.From) })];

    private static IEnumerable<InputEdge> EdgesOf(IReadOnlyList<Direction[]> lines, int region, int firstChain) =>
        lines.SelectMany((line, i) => Edges.Of(line).Select(e => new InputEdge(e.From, e.To, region, firstChain + i)));
}
