using FlowKernel.DuckDb.Functions.Native.Geo;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Distances between places given as longitude and latitude in degrees.</summary>
internal static class PlaceFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<double, double, double, double, double>("kql_distance", Distance),
    ];

    /// <summary>The great-circle distance in metres by the haversine formula; null off the globe.</summary>
    public static double? Distance(double longitude1, double latitude1, double longitude2, double latitude2)
    {
        if (!IsOnGlobe(longitude1, latitude1) || !IsOnGlobe(longitude2, latitude2))
            return null;
        var (a, b) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2));
        var half = (north * north) + (Math.Cos(a) * Math.Cos(b) * east * east);
        return 2 * Direction.EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static bool IsOnGlobe(double longitude, double latitude) =>
        longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;
}
