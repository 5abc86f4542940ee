using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native.Geo.Overlay;

/// <summary>Polygons as rings, outer ones counterclockwise and each followed by its holes, which are clockwise.</summary>
internal sealed class Area(IReadOnlyList<Direction[]> rings, IReadOnlyList<RingKind> kinds)
{
    /// <summary>The rings.</summary>
    public IReadOnlyList<Direction[]> Rings => rings;

    /// <summary>The kind of each ring.</summary>
    public IReadOnlyList<RingKind> Kinds => kinds;

    /// <summary>The number of corners.</summary>
    public int Corners => rings.Sum(r => r.Length);

    /// <summary>The polygons of a GeoJSON value, or null where it is not valid.</summary>
    public static Area? Read(JsonElement json)
    {
        if (GeoJson.Polygons(json) is not { } polygons)
            return null;
        var (rings, kinds) = (new List<Direction[]>(), new List<RingKind>());
        foreach (var (ring, index) in polygons.SelectMany(p => p.Select((ring, i) => (ring, i))))
        {
            Direction[] places = [.. ring.Select(p => Direction.Of(p.Longitude, p.Latitude))];
            var isShell = index == 0;
            if (SphereArea.Signed(places) >= 0 != isShell)
                Array.Reverse(places);
            rings.Add(places);
            kinds.Add(isShell ? RingKind.Shell : RingKind.Hole);
        }

        return new(rings, kinds);
    }

    /// <summary>An area of rings that do not cross, which lies to their left.</summary>
    public static Area Of(IReadOnlyList<Direction[]> rings)
    {
        bool[] isShell = [.. rings.Select(r => SphereArea.Signed(r) >= 0)];
        int?[] parents = [.. rings.Select((ring, i) => Parent(i))];
        var (sorted, kinds) = (new List<Direction[]>(), new List<RingKind>());
        AddInside(null);
        return new(sorted, kinds);

        int? Parent(int index)
        {
            var middle = (rings[index][0] + rings[index][1]).Unit;
            return Enumerable.Range(0, rings.Count)
                .Where(i => i != index && Shape.IsInside(isShell[i] ? rings[i] : [.. rings[i].Reverse()], middle))
                .OrderBy(i => Math.Abs(SphereArea.Signed(rings[i]))).Cast<int?>().FirstOrDefault();
        }

        void AddInside(int? parent)
        {
            for (var i = 0; i < rings.Count; i++)
            {
                if (parents[i] != parent)
                    continue;
                sorted.Add(rings[i]);
                kinds.Add(isShell[i] ? RingKind.Shell : RingKind.Hole);
                AddInside(i);
            }
        }
    }

    /// <summary>The edges, in the order of the rings.</summary>
    public IEnumerable<InputEdge> EdgesAs(int region, int firstChain) => rings.SelectMany((ring, i) =>
        Edges.OfRing(ring).Select(e => new InputEdge(e.From, e.To, region, firstChain + i)));

    /// <summary>As GeoJSON: a Polygon, a MultiPolygon, or null without rings.</summary>
    public string? Json
    {
        get
        {
            var polygons = new List<List<string>>();
            for (var i = 0; i < rings.Count; i++)
            {
                if (kinds[i] != RingKind.Hole)
                    polygons.Add([]);
                if (polygons.Count > 0)
                    polygons[^1].Add(GeoJson.Positions(rings[i].Append(rings[i][0]).Select(p => (p.Longitude, p.Latitude))));
            }

            string[] texts = [.. polygons.Select(JsonText.ArrayOfTexts)];
            return texts.Length switch
            {
                0 => null,
                1 => GeoJson.Geometry("Polygon", texts[0]),
                _ => GeoJson.Geometry("MultiPolygon", JsonText.ArrayOfTexts(texts)),
            };
        }
    }
}
