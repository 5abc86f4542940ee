using FlowKernel.Results;

namespace FlowKernel.Algorithms;

/// <summary>Rows of tables, as algorithms take and give them.</summary>
internal static class TableRows
{
    /// <summary>Some rows of a table, in the given order, with its first columns.</summary>
    public static KqlTable Pick(KqlTable table, IReadOnlyList<int> rows, int columns) => new(
        [.. table.Columns.Take(columns)],
        [.. table.Vectors.Take(columns).Select((v, i) => Pick(v, table.Columns[i].Type, rows))]);

    /// <summary>The values of some rows of a column.</summary>
    public static ColumnVector Pick(ColumnVector vector, KqlType type, IReadOnlyList<int> rows) =>
        ColumnVectors.From(type, [.. rows.Select(row => vector[row])]);
}
