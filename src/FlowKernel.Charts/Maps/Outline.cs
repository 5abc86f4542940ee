namespace FlowKernel.Charts.Maps;

/// <summary>The shape of a country: closed rings of degrees east and north, largest first.</summary>
/// <param name="Code">The ISO 3166-1 numeric code; empty for a place that has none.</param>
/// <param name="Rings">Each ring's points.</param>
internal sealed record Outline(string Code, IReadOnlyList<(double Longitude, double Latitude)[]> Rings)
{
    /// <summary>The middle of the largest ring.</summary>
    public (double Longitude, double Latitude) Middle =>
        (Rings[0].Average(p => p.Longitude), Rings[0].Average(p => p.Latitude));

    /// <summary>True for a country that would hardly be seen on a map of the world.</summary>
    public bool IsTiny => Extent(Rings[0], p => p.Longitude) < 1.5 && Extent(Rings[0], p => p.Latitude) < 1.5;

    /// <summary>True for a part that is more than a dot on a map of the world.</summary>
    public static bool IsSeen((double Longitude, double Latitude)[] ring) =>
        Extent(ring, p => p.Longitude) + Extent(ring, p => p.Latitude) > 2;

    private static double Extent((double, double)[] ring, Func<(double Longitude, double Latitude), double> of) =>
        ring.Max(of) - ring.Min(of);
}
