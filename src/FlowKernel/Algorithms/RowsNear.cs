using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms;

/// <summary>
/// The rows so many before or after one whose last column is true; the result lacks that column.
/// </summary>
public sealed class RowsNear(long before, long after) : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "rows_near";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var table = inputs[0];
        var isNear = (ColumnVector<bool>)table.Vectors[^1];
        var kept = new List<int>();
        var next = 0L;
        for (var row = 0; row < table.RowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isNear.ValueOrNull(row) != true)
                continue;
            var last = Math.Min(table.RowCount - 1, row + after);
            for (next = Math.Max(next, row - before); next <= last; next++)
                kept.Add((int)next);
        }

        return TableRows.Pick(table, kept, table.Columns.Count - 1);
    }
}
