using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>Series over two axes.</summary>
internal sealed record XyChart(ChartKind Kind, XyMark Mark, Axis X, Axis Y, IReadOnlyList<Series> Series)
    : ChartSpec(Kind)
{
    /// <summary>How series share a place on the x axis. For percentages the y values are already shares.</summary>
    public Stacking Stacking { get; init; }

    /// <summary>How several values share the chart.</summary>
    public YSplit Split { get; init; }

    /// <summary>The axis of each value, where values have axes of their own; otherwise only <see cref="Y"/>.</summary>
    public IReadOnlyList<Axis> YAxes { get; init; } = [Y];

    /// <summary>The axis that a series belongs to.</summary>
    public Axis AxisOf(Series series) => YAxes.Count == 1 ? Y : YAxes[series.Measure];

    /// <summary>True when a y axis is that of a series.</summary>
    public bool IsOn(Series series, Axis axis) => YAxes.Count == 1 || ReferenceEquals(axis, AxisOf(series));

    /// <summary>What a series is stacked with: all others, or those of the same value where values have axes of their own.</summary>
    public string? StackOf(Series series) =>
        Stacking == Stacking.Unstacked ? null : Split == YSplit.None ? "all" : $"all {series.Measure}";

    /// <summary>True when the x axis runs downwards.</summary>
    public bool Horizontal { get; init; }

    /// <inheritdoc/>
    public override bool IsEmpty => !Series.Any(s => s.Y.Any(double.IsFinite));

    /// <inheritdoc/>
    public override IReadOnlyList<string> LegendNames => [.. Series.Select(s => s.Name)];
}

/// <summary>How several values share a chart (the property <c>ysplit</c>).</summary>
internal enum YSplit
{
    /// <summary>One axis for all.</summary>
    None,

    /// <summary>An axis for each, over one another.</summary>
    Axes,

    /// <summary>A panel for each, one below the other.</summary>
    Panels,
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
