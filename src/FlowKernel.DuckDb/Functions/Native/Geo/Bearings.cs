namespace FlowKernel.DuckDb.Functions.Native.Geo;

/// <summary>Angles between ways on the sphere, clockwise in radians from 0 to 2π.</summary>
internal static class Bearings
{
    /// <summary>What SQL calls; places are JSON arrays of longitude and latitude.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<string, double>("kql_azimuth", places => Read(places) is [var from, var to]
            ? FromNorth(from, to)
            : null),
        NativeFunction.Value<string, double>("kql_geo_angle", places => Read(places) is [var a, var b, var c]
            && FromNorth(b, a) is { } back && FromNorth(b, c) is { } on
            ? Positive(on - back)
            : null),
    ];

    private static double? FromNorth((double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        if (from == to)
            return null;
        var east = double.DegreesToRadians(to.Longitude - from.Longitude);
        var (sinA, cosA) = Math.SinCos(double.DegreesToRadians(from.Latitude));
        var (sinB, cosB) = Math.SinCos(double.DegreesToRadians(to.Latitude));
        return Positive(Math.Atan2(Math.Sin(east) * cosB, (cosA * sinB) - (sinA * cosB * Math.Cos(east))));
    }

    private static double Positive(double angle) => angle < 0 ? angle + (2 * Math.PI) : angle;

    private static (double Longitude, double Latitude)[]? Read(string json)
    {
        if (SeriesFunctions.Numbers(json) is not { } numbers)
            return null;
        (double, double)[] places = [.. numbers.Chunk(2).Select(pair => (pair[0], pair[1]))];
        return places.All(p => Direction.Exists(p.Item1, p.Item2)) ? places : null;
    }
}
