using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>Series over two axes.</summary>
internal sealed record XyChart(ChartKind Kind, XyMark Mark, Axis X, Axis Y, IReadOnlyList<Series> Series)
    : ChartSpec(Kind)
{
    /// <summary>How series share a place on the x axis. For percentages the y values are already shares.</summary>
    public Stacking Stacking { get; init; }

    /// <summary>True when the x axis runs downwards.</summary>
    public bool Horizontal { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames => [.. Series.Select(s => s.Name)];
}

/// <summary>What stands for a point of a series.</summary>
internal enum XyMark
{
    Bar,
    Line,
    Area,
    Point,
}

/// <summary>How series share a place.</summary>
internal enum Stacking
{
    Unstacked,
    Stacked,
    Percent,
}
