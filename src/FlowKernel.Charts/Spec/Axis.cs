namespace FlowKernel.Charts.Spec;

/// <summary>An axis: what its positions mean and how they are written.</summary>
internal sealed record Axis(AxisScale Scale, AxisUnit Unit = AxisUnit.None)
{
    /// <summary>What is written at it, or empty.</summary>
    public string Title { get; init; } = "";

    public bool Log { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>The labels of a category axis; a position is an index into them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}

/// <summary>What a position on an axis is.</summary>
internal enum AxisScale
{
    /// <summary>An index of a category.</summary>
    Category,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    Time,
}

/// <summary>What the numbers of an axis measure.</summary>
internal enum AxisUnit
{
    None,
    Bytes,

    /// <summary>Seconds.</summary>
    Duration,
    Percent,
}
