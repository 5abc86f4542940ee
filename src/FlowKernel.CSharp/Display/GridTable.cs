using System.Globalization;

namespace FlowKernel.CSharp.Display;

/// <summary>An array of two dimensions as a table.</summary>
internal static class GridTable
{
    private const int MostRows = 10_000;
    private const int MostColumns = 100;

    /// <summary>
    /// A row for each first index and a column for each second, named by its number; the first 10,000 and the first 100.
    /// </summary>
    public static SequenceTable Of(Array grid, CancellationToken cancellation)
    {
        var rows = Indices(grid, 0, MostRows);
        var type = grid.GetType().GetElementType()!;
        var columns = new List<TypedColumn>();
        foreach (var index in Indices(grid, 1, MostColumns))
        {
            cancellation.ThrowIfCancellationRequested();
            columns.Add(TypedColumn.From(
                index.ToString(CultureInfo.InvariantCulture), type, rows.Select(row => grid.GetValue(row, index))));
        }

        return new SequenceTable(TypedColumn.Together(columns), Unread(grid, rows.Count, columns.Count));
    }

    private static List<int> Indices(Array grid, int dimension, int most) =>
        [.. Enumerable.Range(grid.GetLowerBound(dimension), Math.Min(most, grid.GetLength(dimension)))];

    private static string? Unread(Array grid, int rows, int columns) =>
        rows == grid.GetLength(0) && columns == grid.GetLength(1) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the first {rows:N0} × {columns:N0} of {grid.GetLength(0):N0} × {grid.GetLength(1):N0} items");
}
