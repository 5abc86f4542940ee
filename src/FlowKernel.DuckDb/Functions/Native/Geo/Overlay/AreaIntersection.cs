namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>What polygons have in common, their borders included: polygons, and lines and points where they only touch.</summary>
internal static class AreaIntersection
{
    /// <summary>As GeoJSON; the empty text where it could not be told.</summary>
    public static string Of(Area a, Area b)
    {
        var overlaid = Overlaid.Of(a, b);
        static bool IsInBoth(int a, int b) => a > 0 && b > 0;
        if (overlaid.Where(IsInBoth) is not { } area)
            return "";
        var halves = overlaid.Coverage.Halves.ToList();
        bool IsCovered(HalfEdge half) => IsInBoth(half.Left!.Value.A, half.Left.Value.B);
        List<Piece> shared = [.. halves
            .Where(h => !IsCovered(h) && !IsCovered(h.Twin) && Has(h, 0) && (Has(h, 1) || Has(h.Twin, 1)))
            .SelectMany(h => h.Pieces.Where(p => p.Region == 0)).OrderBy(p => p.Rank)];
        HashSet<int> used = [.. shared.SelectMany(p => new[] { p.From, p.To }), .. halves.Where(IsCovered).Select(h => h.From)];
        var points = overlaid.Arrangement.Pieces.GroupBy(p => p.From)
            .Where(g => g.Any(p => p.Region == 0) && g.Any(p => p.Region == 1) && !used.Contains(g.Key))
            .OrderBy(g => g.Min(p => p.Rank)).Select(g => overlaid.Arrangement.Sites[g.Key]);
        return Collected.Json(points, Lines.Of(shared, overlaid.Arrangement.Sites), area);
    }

    private static bool Has(HalfEdge half, int region) => half.Pieces.Exists(p => p.Region == region);
}
