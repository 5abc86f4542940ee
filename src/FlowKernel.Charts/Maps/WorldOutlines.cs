using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.Charts.Resources;

namespace FlowKernel.Charts.Maps;

/// <summary>
/// The world's countries from Natural Earth (public domain, 1:50m, as TopoJSON by world-atlas), drawn coarser, since a
/// map of the world is some hundred pixels wide. Nothing is fetched: the file is part of this assembly.
/// </summary>
internal static class WorldOutlines
{
    /// <summary>The distance in degrees below which two points look the same.</summary>
    private const double Step = 0.7;

    /// <summary>It lies below the maps' edge, and its outline goes around a pole.</summary>
    private const string Antarctica = "010";

    private static readonly Lazy<IReadOnlyList<Outline>> Read = new(ReadAll);
    private static readonly Lazy<Dictionary<string, Outline>> ByCode = new(() =>
        Read.Value.Where(o => o.Code.Length > 0).DistinctBy(o => o.Code).ToDictionary(o => o.Code, StringComparer.Ordinal));

    private static readonly Lazy<string> Json = new(WriteGeoJson);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Outline> All => Read.Value;

    /// <summary>The outline of a country by its numeric code, or null where the map has none.</summary>
    public static Outline? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    /// <summary>All of them as GeoJSON (RFC 7946); a feature's name is its code.</summary>
    public static string GeoJson => Json.Value;

    private static IReadOnlyList<Outline> ReadAll()
    {
        using var file = JsonDocument.Parse(EmbeddedBytes.Read("countries.json"));
        var arcs = new TopologyArcs(file.RootElement);
        return [.. file.RootElement.GetProperty("objects").GetProperty("countries").GetProperty("geometries")
            .EnumerateArray().Select(g => Of(g, arcs)).Where(o => o.Rings.Count > 0 && o.Code != Antarctica)];
    }

    private static Outline Of(JsonElement geometry, TopologyArcs arcs)
    {
        var code = geometry.TryGetProperty("id", out var id) ? id.GetString() ?? "" : "";
        var shape = geometry.GetProperty("arcs");
        var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [shape] : shape.EnumerateArray().ToArray();
        var rings = polygons.SelectMany(p => p.EnumerateArray()).Select(ring => Coarser(Unbroken(arcs.Ring(ring))));
        (double, double)[][] all = [.. rings.Where(r => r.Length >= 4).OrderByDescending(r => r.Length)];
        return new Outline(code, [.. all.Where((r, i) => i == 0 || Outline.IsSeen(r))]);
    }

    /// <summary>
    /// A ring over the line where 180 degrees east meets west goes on beyond it; its maps begin at 170 degrees west.
    /// </summary>
    private static List<(double Longitude, double Latitude)> Unbroken(List<(double Longitude, double Latitude)> ring)
    {
        var turns = 0.0;
        var whole = new List<(double Longitude, double Latitude)> { ring[0] };
        for (var i = 1; i < ring.Count; i++)
        {
            turns -= 360 * Math.Round((ring[i].Longitude - ring[i - 1].Longitude) / 360);
            whole.Add((ring[i].Longitude + turns, ring[i].Latitude));
        }

        var shift = whole.Average(p => p.Longitude) < -170 ? 360 : whole.Average(p => p.Longitude) > 190 ? -360 : 0;
        return whole.ConvertAll(p => (p.Longitude + shift, p.Latitude));
    }

    private static (double Longitude, double Latitude)[] Coarser(List<(double Longitude, double Latitude)> ring)
    {
        var kept = new List<(double Longitude, double Latitude)> { ring[0] };
        foreach (var point in ring.Skip(1))
        {
            if (Math.Abs(point.Longitude - kept[^1].Longitude) + Math.Abs(point.Latitude - kept[^1].Latitude) >= Step)
                kept.Add(point);
        }

        // A small island keeps its shape: as a triangle it would look like a mark.
        return kept.Count < 4 ? [.. ring] : [.. kept, kept[0]];
    }

    private static string WriteGeoJson()
    {
        var features = All.Select(outline => (JsonNode)new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject { ["name"] = outline.Code },
            ["geometry"] = new JsonObject
            {
                ["type"] = "MultiPolygon",
                ["coordinates"] = new JsonArray([.. outline.Rings.Select(r => (JsonNode)new JsonArray(Points(r)))]),
            },
        });
        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) }.ToJsonString();
    }

    private static JsonArray Points((double Longitude, double Latitude)[] ring) =>
        new([.. ring.Select(p => (JsonNode)new JsonArray(Math.Round(p.Longitude, 2), Math.Round(p.Latitude, 2)))]);
}
