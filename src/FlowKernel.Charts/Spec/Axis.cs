namespace FlowKernel.Charts.Spec;

/// <summary>An axis: what its positions mean and how they are written.</summary>
internal sealed record Axis(AxisScale Scale, AxisUnit Unit = AxisUnit.None)
{
    public string Title { get; init; } = "";

    /// <summary>True where the title was asked for; other titles of time axes are left out, since dates explain themselves.</summary>
    public bool IsTitleGiven { get; init; }

    /// <summary>Whether the title is shown.</summary>
    public bool ShowsTitle => Title.Length > 0 && (Scale != AxisScale.Time || IsTitleGiven);

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
