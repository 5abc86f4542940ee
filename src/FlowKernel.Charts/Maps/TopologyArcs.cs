using System.Text.Json;

namespace FlowKernel.Charts.Maps;

/// <summary>
/// The shared lines of a TopoJSON file (https://github.com/topojson/topojson-specification), read as degrees: numbers
/// are steps from point to point on a grid, and a negative index means the line backwards.
/// </summary>
internal sealed class TopologyArcs
{
    private readonly (double Longitude, double Latitude)[][] _arcs;

    public TopologyArcs(JsonElement topology)
    {
        var transform = topology.GetProperty("transform");
        var (scale, translate) = (transform.GetProperty("scale"), transform.GetProperty("translate"));
        _arcs = [.. topology.GetProperty("arcs").EnumerateArray().Select(a => Read(a, scale, translate))];
    }

    /// <summary>The points of a ring that goes along lines.</summary>
    public List<(double Longitude, double Latitude)> Ring(JsonElement indices)
    {
        var points = new List<(double, double)>();
        foreach (var index in indices.EnumerateArray().Select(i => i.GetInt32()))
        {
            var arc = index >= 0 ? _arcs[index] : [.. _arcs[~index].Reverse()];
            // A line begins where the one before it ended.
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }

        return points;
    }

    private static (double, double)[] Read(JsonElement arc, JsonElement scale, JsonElement translate)
    {
        var (x, y) = (0, 0);
        return [.. arc.EnumerateArray().Select(step =>
        {
            (x, y) = (x + step[0].GetInt32(), y + step[1].GetInt32());
            return ((x * scale[0].GetDouble()) + translate[0].GetDouble(),
                (y * scale[1].GetDouble()) + translate[1].GetDouble());
        })];
    }
}
