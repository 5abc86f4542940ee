namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>Two areas laid over each other, or an area and lines.</summary>
internal sealed class Overlaid
{
    private Overlaid(Arrangement arrangement, Coverage coverage) => (Arrangement, Coverage) = (arrangement, coverage);

    /// <summary>The pieces of the borders.</summary>
    public Arrangement Arrangement { get; }

    /// <summary>How often each covers each face.</summary>
    public Coverage Coverage { get; }

    /// <summary>Two areas.</summary>
    public static Overlaid Of(Area a, Area b)
    {
        var arrangement = Arrangement.Of([.. a.EdgesAs(0, 0), .. b.EdgesAs(1, a.Rings.Count)]);
        return new(arrangement, Coverage.Of(arrangement, [.. a.Kinds, .. b.Kinds]));
    }

    /// <summary>Rings that may cross themselves and each other.</summary>
    public static Overlaid Of(IReadOnlyList<Direction[]> paths)
    {
        var arrangement = Arrangement.Of([.. paths.SelectMany((path, i) =>
            Edges.OfRing(path).Select(e => new InputEdge(e.From, e.To, 0, i)))]);
        return new(arrangement, Coverage.Of(arrangement, [.. paths.Select(_ => RingKind.Path)]));
    }

    /// <summary>
    /// The area of the faces that are covered as a rule says; null where edges lie too close together to tell faces apart.
    /// </summary>
    public Area? Where(Func<int, int, bool> isChosen) =>
        Coverage.IsConsistent && Loops.Around(Coverage, covered => isChosen(covered.A, covered.B)) is { } loops
            ? Area.Of([.. loops.Where(loop => loop.Count > 2)
                .Select(loop => loop.Select(site => Arrangement.Sites[site]).ToArray())])
            : null;
}
