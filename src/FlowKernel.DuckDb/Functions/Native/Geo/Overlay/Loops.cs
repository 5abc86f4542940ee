namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>
/// The rings around a chosen part of the sphere, which lies to their left. Each begins and they follow each other as S2's
/// builder has them (https://s2geometry.io/devguide/s2builder): a ring ends with its edge of the highest rank, and rings are
/// sorted by the rank of their first edge.
/// </summary>
internal static class Loops
{
    /// <summary>The rings around the faces that a rule chooses, as sites; null where they do not close.</summary>
    public static List<List<int>>? Around(Coverage coverage, Func<(int A, int B), bool> isChosen) =>
        Of(coverage.Halves.Where(h => isChosen(h.Left!.Value) && !isChosen(h.Right!.Value)));

    /// <summary>The rings of half-edges, as sites; null where they do not close.</summary>
    public static List<List<int>>? Of(IEnumerable<HalfEdge> halves)
    {
        var kept = halves.ToHashSet();
        var ends = kept.CountBy(h => h.To).ToDictionary();
        if (kept.CountBy(h => h.From).Any(begun => ends.GetValueOrDefault(begun.Key) != begun.Value))
            return null;
        var (left, loops) = (new HashSet<HalfEdge>(kept), new List<List<HalfEdge>>());
        foreach (var start in kept.OrderBy(Rank))
        {
            if (left.Contains(start))
                loops.AddRange(Simple(Walk(start, kept, left)));
        }

        return [.. loops.Select(Begun).OrderBy(l => Rank(l[0])).Select(l => l.ConvertAll(h => h.From))];
    }

    /// <summary>Follows half-edges, turning left as far as there is one, until they come back.</summary>
    private static List<HalfEdge> Walk(HalfEdge start, HashSet<HalfEdge> kept, HashSet<HalfEdge> left)
    {
        var (path, at) = (new List<HalfEdge>(), start);
        while (left.Remove(at))
        {
            path.Add(at);
            at = at.Twin.Clockwise;
            while (!kept.Contains(at))
                at = at.Clockwise;
        }

        return path;
    }

    /// <summary>Parts of a ring that come back to a site are rings of their own.</summary>
    private static IEnumerable<List<HalfEdge>> Simple(List<HalfEdge> loop)
    {
        var (path, places) = (new List<HalfEdge>(), new Dictionary<int, int>());
        foreach (var half in loop)
        {
            places[half.From] = path.Count;
            path.Add(half);
            if (!places.TryGetValue(half.To, out var back))
                continue;
            var part = path[back..];
            yield return part;
            path.RemoveRange(back, part.Count);
            part.ForEach(h => places.Remove(h.From));
        }
    }

    private static List<HalfEdge> Begun(List<HalfEdge> loop)
    {
        var (last, sawGap) = (0, false);
        for (var i = 1; i < loop.Count; i++)
        {
            var compared = Rank(loop[i]).CompareTo(Rank(loop[last]));
            if (compared < 0)
                sawGap = true;
            else if (compared > 0 || !sawGap)
                (last, sawGap) = (i, false);
        }

        return [.. loop[(last + 1)..], .. loop[..(last + 1)]];
    }

    /// <summary>The rank of an edge; of those that both regions have, the second's counts.</summary>
    private static int Rank(HalfEdge half) => half.Pieces.GroupBy(p => p.Region).MaxBy(g => g.Key)!.Min(p => p.Rank);
}
