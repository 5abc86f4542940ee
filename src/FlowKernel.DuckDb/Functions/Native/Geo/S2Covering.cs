namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>
/// The cells of S2 of one level that a shape meets (https://s2geometry.io/devguide/basic_types#s2regioncoverer), those that it
/// only touches included.
/// </summary>
internal sealed class S2Covering
{
    /// <summary>How much farther a cell reaches than it does, for what arithmetic loses; S2's own bound.</summary>
    private const double Padding = 2.3562e-15;

    private readonly Func<Direction, bool> _contains;
    private readonly int _level;
    private readonly double _radius;
    private readonly int _most;
    private readonly List<ulong> _cells = [];

    private S2Covering(Func<Direction, bool> contains, int level, double radius, int most) =>
        (_contains, _level, _radius, _most) = (contains, level, radius, most);

    /// <summary>The cells along the curve, or null where there are more than a number.</summary>
    /// <param name="edges">The shape's edges.</param>
    /// <param name="contains">Whether a place off the edges is inside.</param>
    /// <param name="level">The cells' level.</param>
    /// <param name="radius">In radians: cells that are no farther away count too.</param>
    /// <param name="most">The most cells.</param>
    public static List<ulong>? Of(
        IReadOnlyList<(Direction From, Direction To)> edges, Func<Direction, bool> contains, int level, double radius, int most)
    {
        var covering = new S2Covering(contains, level, radius, most);
        for (var face = 0UL; face < 6; face++)
        {
            if (!covering.Add((face << 61) | (1UL << 60), 0, edges))
                return null;
        }

        return covering._cells;
    }

    private bool Add(ulong cell, int level, IReadOnlyList<(Direction From, Direction To)> edges)
    {
        var rectangle = S2Cells.Rectangle(cell);
        List<(Direction From, Direction To)> near = [.. edges.Where(e => Meets(e, rectangle) || IsNear(e, rectangle))];
        if (near.Count == 0)
            return !_contains(S2Cells.Center(cell)) || AddAll(cell, level);
        if (level == _level)
        {
            _cells.Add(cell);
            return _cells.Count <= _most;
        }

        return S2Cells.Children(cell).All(child => Add(child, level + 1, near));
    }

    private bool AddAll(ulong cell, int level)
    {
        if (level < _level)
            return Math.Pow(4, _level - level) <= _most && S2Cells.Children(cell).All(child => AddAll(child, level + 1));
        _cells.Add(cell);
        return _cells.Count <= _most;
    }

    /// <summary>Clips the edge by the planes through the middle of the Earth and the cell's sides.</summary>
    private static bool Meets((Direction From, Direction To) edge, S2Rectangle cell)
    {
        var (a, b) = (S2Cells.OnFace(cell.Face, edge.From), S2Cells.OnFace(cell.Face, edge.To));
        var (from, to) = (0.0, 1.0);
        return Clip(a.X - ((cell.U0 - Padding) * a.Z), b.X - ((cell.U0 - Padding) * b.Z))
            && Clip(((cell.U1 + Padding) * a.Z) - a.X, ((cell.U1 + Padding) * b.Z) - b.X)
            && Clip(a.Y - ((cell.V0 - Padding) * a.Z), b.Y - ((cell.V0 - Padding) * b.Z))
            && Clip(((cell.V1 + Padding) * a.Z) - a.Y, ((cell.V1 + Padding) * b.Z) - b.Y);

        bool Clip(double atFrom, double atTo)
        {
            if (atFrom < 0 && atTo < 0)
                return false;
            if (atFrom < 0)
                from = Math.Max(from, atFrom / (atFrom - atTo));
            else if (atTo < 0)
                to = Math.Min(to, atFrom / (atFrom - atTo));
            return from <= to;
        }
    }

    private bool IsNear((Direction From, Direction To) edge, S2Rectangle cell)
    {
        if (_radius <= 0)
            return false;
        foreach (var (a, b) in Edges.OfRing(cell.Corners))
        {
            if (Edges.Closest(a, edge.From, edge.To).Angle(a) <= _radius
                || Edges.Closest(edge.From, a, b).Angle(edge.From) <= _radius
                || Edges.Closest(edge.To, a, b).Angle(edge.To) <= _radius)
                return true;
        }

        return false;
    }
}
