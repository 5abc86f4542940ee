namespace FlowKernel.Results;

/// <summary>
/// What KQL's <c>render</c> operator asks for (https://learn.microsoft.com/kusto/query/render-operator);
/// a property that was not given is null.
/// </summary>
/// <param name="Visualization">The kind as written, such as <c>columnchart</c>.</param>
public sealed record RenderProperties(string Visualization)
{
    /// <summary>The chart's title.</summary>
    public string? Title { get; init; }

    /// <summary>default, unstacked, stacked, stacked100 or map.</summary>
    public string? Kind { get; init; }

    /// <summary>visible or hidden.</summary>
    public string? Legend { get; init; }

    /// <summary>The column of the x axis.</summary>
    public string? XColumn { get; init; }

    /// <summary>The columns of the y axis, or null for all that fit.</summary>
    public IReadOnlyList<string>? YColumns { get; init; }

    /// <summary>The columns whose combined values name a series, or null.</summary>
    public IReadOnlyList<string>? Series { get; init; }

    /// <summary>The columns that mark anomalies (anomalychart), or null.</summary>
    public IReadOnlyList<string>? AnomalyColumns { get; init; }

    /// <summary>The title of the x axis.</summary>
    public string? XTitle { get; init; }

    /// <summary>The title of the y axis.</summary>
    public string? YTitle { get; init; }

    /// <summary>linear or log.</summary>
    public string? XAxis { get; init; }

    /// <summary>linear or log.</summary>
    public string? YAxis { get; init; }

    /// <summary>The least value of the y axis.</summary>
    public double? YMin { get; init; }

    /// <summary>The greatest value of the y axis.</summary>
    public double? YMax { get; init; }

    /// <summary>The least value of an x axis of numbers.</summary>
    public double? XMin { get; init; }

    /// <summary>The greatest value of an x axis of numbers.</summary>
    public double? XMax { get; init; }

    /// <summary>none, axes or panels.</summary>
    public string? YSplit { get; init; }

    /// <summary>True to add up each value with all before it.</summary>
    public bool Accumulate { get; init; }
}
