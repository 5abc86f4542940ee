namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>The area that polygons cover together.</summary>
internal static class AreaUnion
{
    /// <summary>
    /// The union of all: again and again of the two that were made of the fewest corners, the earlier of equal ones, as S2's
    /// polygons are united. Null as <see cref="Overlaid.Where"/> says.
    /// </summary>
    public static Area? Of(IReadOnlyList<Area> areas)
    {
        var open = new PriorityQueue<(Area Area, int Corners), (int Corners, int Age)>();
        for (var i = 0; i < areas.Count; i++)
            open.Enqueue((areas[i], areas[i].Corners), (areas[i].Corners, i));
        for (var age = areas.Count; open.Count > 1; age++)
        {
            var (first, second) = (open.Dequeue(), open.Dequeue());
            var corners = first.Corners + second.Corners;
            if (Of(first.Area, second.Area) is not { } both)
                return null;
            open.Enqueue((both, corners), (corners, age));
        }

        return open.Dequeue().Area;
    }

    /// <summary>The union of two.</summary>
    private static Area? Of(Area a, Area b) => Overlaid.Of(a, b).Where((x, y) => x > 0 || y > 0);
}
