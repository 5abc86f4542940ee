namespace FlowKernel.DuckDb.Functions.Native.Geo.H3;

/// <summary>
/// The cells of H3 whose middle lies in polygons with straight edges on a map (https://h3geo.org/docs/api/regions): found from
/// the cells along the edges inwards.
/// </summary>
internal sealed class H3Fill
{
    /// <summary>The average edge of a cell of resolution 0, in degrees of a great circle.</summary>
    private const double CoarsestEdge = 1107.712591 / 111.195;

    private readonly List<(double X, double Y)[]> _rings;
    private readonly bool _crossesAntimeridian;

    private H3Fill(IEnumerable<(double Longitude, double Latitude)[]> rings)
    {
        _rings = [.. rings];
        _crossesAntimeridian = _rings.Exists(ring => ring.Max(p => p.X) - ring.Min(p => p.X) > 180);
        if (_crossesAntimeridian)
            _rings = _rings.ConvertAll(ring => ring.Select(p => (Shifted(p.X), p.Y)).ToArray());
    }

    /// <summary>The cells of a resolution, sorted; null where there are more than a number.</summary>
    public static List<H3Cell>? Of(IEnumerable<(double Longitude, double Latitude)[]> rings, int resolution, int most)
    {
        var fill = new H3Fill(rings);
        var step = CoarsestEdge / Math.Pow(Math.Sqrt(7), resolution) / 2;
        if (fill.Steps(step) > 2L * most)
            return null;
        var (found, passed, seen) = (new List<H3Cell>(), new HashSet<H3Cell>(), new HashSet<H3Cell>());
        var open = new Queue<H3Cell>();
        foreach (var (longitude, latitude) in fill.Along(step))
        {
            var cell = H3Grid.Cell(Direction.Of(longitude, latitude), resolution);
            if (!passed.Add(cell))
                continue;
            foreach (var near in Around(cell).Prepend(cell))
            {
                if (seen.Add(near))
                    open.Enqueue(near);
            }
        }

        while (open.TryDequeue(out var cell))
        {
            if (!fill.Contains(H3Grid.Center(cell)))
                continue;
            found.Add(cell);
            if (found.Count > most)
                return null;
            foreach (var near in Around(cell))
            {
                if (seen.Add(near))
                    open.Enqueue(near);
            }
        }

        return [.. found.OrderBy(c => c.Number)];
    }

    private static IEnumerable<H3Cell> Around(H3Cell cell) => H3Neighbors.Around(cell, Enumerable.Range(1, 6));

    private static double Shifted(double longitude) => longitude < 0 ? longitude + 360 : longitude;

    private IEnumerable<((double X, double Y) From, (double X, double Y) To)> Edges =>
        _rings.SelectMany(ring => ring.Select((p, i) => (p, ring[(i + 1) % ring.Length])));

    private long Steps(double step) => Edges.Sum(e => (long)(Length(e.From, e.To) / step) + 1);

    private IEnumerable<(double Longitude, double Latitude)> Along(double step)
    {
        foreach (var (from, to) in Edges)
        {
            var count = (int)(Length(from, to) / step) + 1;
            for (var i = 0; i < count; i++)
                yield return (from.X + (i * (to.X - from.X) / count), from.Y + (i * (to.Y - from.Y) / count));
        }
    }

    private static double Length((double X, double Y) from, (double X, double Y) to) =>
        Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));

    private bool Contains(Direction place)
    {
        var (x, y) = (_crossesAntimeridian ? Shifted(place.Longitude) : place.Longitude, place.Latitude);
        var isInside = false;
        foreach (var (from, to) in Edges)
        {
            if (from.Y > y != to.Y > y && x < from.X + ((y - from.Y) * (to.X - from.X) / (to.Y - from.Y)))
                isInside = !isInside;
        }

        return isInside;
    }
}
