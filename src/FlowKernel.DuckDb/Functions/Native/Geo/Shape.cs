using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>
/// Polygons on the sphere. A ring bounds the smaller of the two parts that it cuts the sphere into; the first of a
/// polygon is its shell, the others are holes.
/// </summary>
internal sealed class Shape(Direction[][][] polygons)
{
    /// <summary>The polygons of a GeoJSON text, or null where it holds none that are valid.</summary>
    public static Shape? Read(string json) => Read(JsonText.Parse(json));

    /// <inheritdoc cref="Read(string)"/>
    public static Shape? Read(JsonElement json) => GeoJson.Polygons(json) is { } polygons
        ? new Shape([.. polygons.Select(rings => rings.Select((ring, i) => Turned(ring, shell: i == 0)).ToArray())])
        : null;

    /// <summary>How many polygons there are.</summary>
    public int Count => polygons.Length;

    /// <summary>Every ring: shells run counterclockwise, holes clockwise.</summary>
    public IEnumerable<Direction[]> Rings => polygons.SelectMany(p => p);

    /// <summary>Every edge.</summary>
    public IEnumerable<(Direction From, Direction To)> AllEdges => Rings.SelectMany(Edges.OfRing);

    /// <summary>The edges around all polygons, without what lies inside another of them.</summary>
    private IEnumerable<(Direction From, Direction To)> Boundary =>
        polygons.Length == 1 ? AllEdges : Enumerable.Range(0, polygons.Length).SelectMany(OutsideOthers);

    /// <summary>The area in square metres.</summary>
    public double Area => SphereArea.Smaller(Boundary.Sum(e => SphereArea.Triangle(polygons[0][0][0], e.From, e.To)))
        * Direction.EarthRadius * Direction.EarthRadius;

    /// <summary>The length of all rings in metres.</summary>
    public double Perimeter => Boundary.Sum(e => e.From.Angle(e.To)) * Direction.EarthRadius;

    /// <summary>The middle of its mass: by Stokes' theorem, an integral over its edges.</summary>
    public Direction Centroid => Boundary.Aggregate(
        new Direction(0, 0, 0),
        (sum, e) => sum + (e.From.Normal(e.To).Unit * e.From.Angle(e.To))).Unit;

    /// <summary>True when a place lies inside.</summary>
    public bool Contains(Direction place) => polygons.Any(rings => Contains(rings, place));

    private static bool Contains(Direction[][] rings, Direction place) =>
        IsInside(rings[0], place) && !rings[1..].Any(hole => IsInside(hole, place));

    private IEnumerable<(Direction From, Direction To)> OutsideOthers(int index)
    {
        Direction[][][] others = [.. polygons.Where((_, i) => i != index)];
        (Direction From, Direction To)[] edges = [.. others.SelectMany(p => p).SelectMany(Edges.OfRing)];
        foreach (var edge in polygons[index].SelectMany(Edges.OfRing))
        {
            foreach (var (from, to) in Edges.Cut(edge.From, edge.To, edges))
            {
                if (!others.Any(other => Contains(other, (from + to).Unit)))
                    yield return (from, to);
            }
        }
    }

    private static Direction[] Turned((double Longitude, double Latitude)[] ring, bool shell)
    {
        Direction[] places = [.. ring.Select(p => Direction.Of(p.Longitude, p.Latitude))];
        return SphereArea.Signed(places) >= 0 == shell ? places : [places[0], .. places[1..].Reverse()];
    }

    /// <summary>
    /// A ring turns once around a place inside it, in its own sense, and in the other sense around the place opposite to
    /// one.
    /// </summary>
    public static bool IsInside(Direction[] ring, Direction place)
    {
        var turned = 0.0;
        foreach (var (from, to) in Edges.OfRing(ring))
        {
            var (a, b) = (from - (place * place.Dot(from)), to - (place * place.Dot(to)));
            turned += Math.Atan2(place.Dot(a.Cross(b)), a.Dot(b));
        }

        return SphereArea.Signed(ring) >= 0 ? turned > Math.PI : turned < -Math.PI;
    }
}
