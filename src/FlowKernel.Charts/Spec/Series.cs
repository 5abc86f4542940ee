namespace FlowKernel.Charts.Spec;

/// <summary>
/// Points of one name. Where series are stacked or are bars, all have the same x positions, in ascending order; a y
/// that is not there is NaN.
/// </summary>
internal sealed record Series(string Name, double[] X, double[] Y)
{
    /// <summary>True for the series that holds what has no place of its own.</summary>
    public bool IsOther { get; init; }

    /// <summary>The values behind percentages, or null.</summary>
    public double[]? Amounts { get; init; }

    /// <summary>The index of the value that it shows, where a chart shows several.</summary>
    public int Measure { get; init; }

    /// <summary>Indices of points to mark.</summary>
    public IReadOnlyList<int> Marked { get; init; } = [];

    /// <summary>The sum of all values, also of those that were left out to draw fewer; null where none were.</summary>
    public double? WholeTotal { get; init; }

    /// <summary>The sum of the values that are there.</summary>
    public double Total => WholeTotal ?? (Amounts ?? Y).Where(double.IsFinite).Sum();
}
