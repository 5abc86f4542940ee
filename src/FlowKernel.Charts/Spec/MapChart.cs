using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>A world map: countries by value, circles at places, or pies at places.</summary>
internal sealed record MapChart(ChartKind Kind, AxisUnit Unit) : ChartSpec(Kind)
{
    /// <summary>The name of the series that holds the slices beyond the limit.</summary>
    public const string Other = "other";

    /// <summary>Countries and their values.</summary>
    public IReadOnlyList<MapArea> Areas { get; init; } = [];

    /// <summary>Classes of values, least first; each has a colour of <see cref="HeatScale"/>.</summary>
    public IReadOnlyList<ValueClass> Classes { get; init; } = [];

    /// <summary>Circles, greatest first.</summary>
    public IReadOnlyList<MapPoint> Points { get; init; } = [];

    /// <summary>Pies, greatest first.</summary>
    public IReadOnlyList<MapPie> Pies { get; init; } = [];

    /// <summary>The names of the series of circles, or of the slices of pies.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>The colour of a series; what has no place of its own is grey.</summary>
    public string ColourOf(int series) =>
        Palette.At(series, Pies.Count > 0 && series == ChartLimits.Series - 1 && Series[series] == Other);

    /// <inheritdoc/>
    public override bool IsEmpty => Areas.Count + Points.Count + Pies.Count == 0;

    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames =>
        Areas.Count > 0 ? [.. Classes.Select(c => c.Label)] : Series;
}

/// <summary>A country by its ISO 3166-1 numeric code, with a value and the class that it is in.</summary>
internal sealed record MapArea(string Code, string Name, double Value, int Class);

/// <summary>A circle: degrees east and north, a value, a radius in pixels, and the index of its series.</summary>
internal sealed record MapPoint(string Name, double Longitude, double Latitude, double Value, double Radius, int Series);

/// <summary>A pie: degrees east and north, a radius in pixels, and the value of each series that has one there.</summary>
internal sealed record MapPie(
    string Name, double Longitude, double Latitude, double Radius, IReadOnlyList<(int Series, double Value)> Slices)
{
    /// <summary>All slices together.</summary>
    public double Total => Slices.Sum(s => s.Value);
}

/// <summary>Values from the end of the class before up to a greatest one.</summary>
internal sealed record ValueClass(string Label, double Greatest);
