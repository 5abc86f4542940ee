using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>A world map: countries by value, or circles at places.</summary>
internal sealed record MapChart(ChartKind Kind, AxisUnit Unit) : ChartSpec(Kind)
{
    /// <summary>Countries and their values.</summary>
    public IReadOnlyList<MapArea> Areas { get; init; } = [];

    /// <summary>Classes of values, least first; each has a colour of <see cref="HeatScale"/>.</summary>
    public IReadOnlyList<ValueClass> Classes { get; init; } = [];

    /// <summary>Circles, greatest first.</summary>
    public IReadOnlyList<MapPoint> Points { get; init; } = [];

    /// <summary>The names of the series of circles.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames =>
        Areas.Count > 0 ? [.. Classes.Select(c => c.Label)] : Series;
}

/// <summary>A country by its ISO 3166-1 numeric code, with a value and the class that it is in.</summary>
internal sealed record MapArea(string Code, string Name, double Value, int Class);

/// <summary>A circle: degrees east and north, a value, a radius in pixels, and the index of its series.</summary>
internal sealed record MapPoint(string Name, double Longitude, double Latitude, double Value, double Radius, int Series);

/// <summary>Values from the end of the class before up to a greatest one.</summary>
internal sealed record ValueClass(string Label, double Greatest);
