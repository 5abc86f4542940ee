using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Functions on lines.</summary>
internal static class PolylineFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<string, double>("kql_line_length", json => Read(json)?.Sum(Length) * Direction.EarthRadius),
        NativeFunction.Json<string>("kql_line_centroid",
            json => Read(json) is { } lines ? GeoJson.Point(Centroid(lines)) : null),
        NativeFunction.Json<string, double>("kql_line_interpolate", (json, share) =>
            Single(json) is { } line && share is >= 0 and <= 1 ? GeoJson.Point(At(line, share)) : null),
        NativeFunction.Value<string, double, double, double>("kql_line_locate", Locate),
        NativeFunction.Value<double, double, string, double>("kql_distance_to_line", (longitude, latitude, json) =>
            Closest(longitude, latitude, json) is { } closest
                ? closest.Angle(Direction.Of(longitude, latitude)) * Direction.EarthRadius
                : null),
        NativeFunction.Json<double, double, string>("kql_closest_on_line", (longitude, latitude, json) =>
            Closest(longitude, latitude, json) is { } closest ? GeoJson.Point(closest) : null),
        NativeFunction.Value<string, string, bool>("kql_lines_meet", (left, right) =>
            Read(left) is { } a && Read(right) is { } b
                ? a.SelectMany(Edges.Of).Any(e => b.SelectMany(Edges.Of).Any(o => Edges.Meet(e.From, e.To, o.From, o.To)))
                : null),
    ];

    /// <summary>The lines of a GeoJSON text, or null where it holds none that are valid.</summary>
    public static Direction[][]? Read(string json) => Read(JsonText.Parse(json));

    /// <inheritdoc cref="Read(string)"/>
    public static Direction[][]? Read(JsonElement json) => GeoJson.Lines(json) is { } lines
        ? [.. lines.Select(line => line.Select(p => Direction.Of(p.Longitude, p.Latitude)).ToArray())]
        : null;

    private static Direction[]? Single(string json) => Read(json) is [var line] ? line : null;

    private static double Length(Direction[] line) => Edges.Of(line).Sum(e => e.From.Angle(e.To));

    /// <summary>The middle of the lines' mass: the integral over each edge lies in the direction of its middle.</summary>
    private static Direction Centroid(Direction[][] lines)
    {
        var sum = new Direction(0, 0, 0);
        foreach (var (from, to) in lines.SelectMany(Edges.Of))
            sum += (from + to) * ((from - to).Length / (from + to).Length);
        return sum.Unit;
    }

    private static Direction At(Direction[] line, double share)
    {
        var left = share * Length(line);
        foreach (var (from, to) in Edges.Of(line))
        {
            var length = from.Angle(to);
            if (left <= length)
                return from.Towards(to, left / length);
            left -= length;
        }

        return line[^1];
    }

    private static double? Locate(string json, double longitude, double latitude)
    {
        if (Single(json) is not { } line || !Direction.Exists(longitude, latitude))
            return null;
        var place = Direction.Of(longitude, latitude);
        var (before, best, nearest) = (0.0, 0.0, double.PositiveInfinity);
        foreach (var (from, to) in Edges.Of(line))
        {
            var closest = Edges.Closest(place, from, to);
            var distance = (closest - place).Length;
            if (distance < nearest)
                (nearest, best) = (distance, before + from.Angle(closest));
            before += from.Angle(to);
        }

        return Math.Min(1, best / before);
    }

    private static Direction? Closest(double longitude, double latitude, string json)
    {
        if (!Direction.Exists(longitude, latitude) || Read(json) is not { } lines)
            return null;
        var place = Direction.Of(longitude, latitude);
        return lines.SelectMany(Edges.Of).Select(e => Edges.Closest(place, e.From, e.To))
            .MinBy(c => (c - place).Length);
    }
}
