namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>
/// Pieces put together to lines that end where they fork, cross or meet another. Pieces that lie on each other count once. The
/// lines are sorted as their pieces were, as S2's builder has them (https://s2geometry.io/devguide/s2builder).
/// </summary>
internal static class Lines
{
    /// <summary>The lines of pieces in the order of their edges.</summary>
    public static List<Direction[]> Of(IEnumerable<Piece> pieces, Sites sites)
    {
        var seen = new HashSet<(int, int)>();
        List<Piece> open = [.. pieces.Where(p => seen.Add((Math.Min(p.From, p.To), Math.Max(p.From, p.To))))];
        var (outgoing, incoming) = (open.ToLookup(p => p.From), open.ToLookup(p => p.To));
        bool IsInside(int site) => outgoing[site].Count() == 1 && incoming[site].Count() == 1;
        var left = new HashSet<Piece>(open);
        var lines = new List<List<Piece>>();
        foreach (var start in open.Where(p => !IsInside(p.From)))
            lines.Add(Follow(start));
        foreach (var start in open.Where(left.Contains))
            lines.Add(Begun(Follow(start)));
        return [.. lines.OrderBy(l => l[0].Rank)
            .Select(l => l.Select(p => sites[p.From]).Append(sites[l[^1].To]).ToArray())];

        List<Piece> Follow(Piece at)
        {
            List<Piece> line = [at];
            left.Remove(at);
            while (IsInside(line[^1].To) && left.Remove(outgoing[line[^1].To].First()))
                line.Add(outgoing[line[^1].To].First());
            return line;
        }
    }

    /// <summary>As GeoJSON: a LineString, a MultiLineString, or null without lines.</summary>
    public static string? Json(IReadOnlyList<Direction[]> lines)
    {
        string[] texts = [.. lines.Select(line => GeoJson.Positions(line.Select(p => (p.Longitude, p.Latitude))))];
        return texts.Length switch
        {
            0 => null,
            1 => GeoJson.Geometry("LineString", texts[0]),
            _ => GeoJson.Geometry("MultiLineString", JsonText.ArrayOfTexts(texts)),
        };
    }

    /// <summary>A closed line ends with its edge of the highest rank.</summary>
    private static List<Piece> Begun(List<Piece> loop)
    {
        var last = loop.FindLastIndex(p => p.Rank == loop.Max(q => q.Rank));
        return [.. loop[(last + 1)..], .. loop[..(last + 1)]];
    }
}
