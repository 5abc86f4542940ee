using FlowKernel.Results;

namespace FlowKernel.Charts.Spec;

/// <summary>A value for each pair of a row and a column, as colour; NaN where there is none.</summary>
/// <param name="Kind">The kind that was asked for.</param>
/// <param name="Unit">What the values measure.</param>
/// <param name="Rows">Names from top to bottom.</param>
/// <param name="Columns">Names from left to right.</param>
/// <param name="Values">Row by row.</param>
internal sealed record MatrixChart(
    ChartKind Kind, AxisUnit Unit, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, double[][] Values)
    : ChartSpec(Kind)
{
    /// <summary>What the columns are, below them; empty for nothing.</summary>
    public string ColumnTitle { get; init; } = "";

    /// <inheritdoc/>
    public override bool IsEmpty => Rows.Count == 0 || Columns.Count == 0;

    /// <summary>The least and the greatest value that is there.</summary>
    public (double Least, double Greatest) Range
    {
        get
        {
            var there = Values.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
            return (Math.Min(0, there.Min()), there.Max());
        }
    }

    /// <summary>True where every cell has room for its value.</summary>
    public bool ShowsValues => Columns.Count <= 14 && Rows.Count <= 30;
}
