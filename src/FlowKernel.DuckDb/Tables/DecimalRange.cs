using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tables;

/// <summary>Which decimals DuckDB's type for them holds; C# holds larger ones.</summary>
internal static class DecimalRange
{
    // 38 digits, 20 of them after the point.
    private const decimal TooLarge = 1_000_000_000_000_000_000m;

    /// <summary>A value of a table that is too large, or null.</summary>
    public static Diagnostic? MistakeIn(string name, KqlTable table)
    {
        foreach (var (index, column) in table.Columns.Index())
        {
            if (table.Vectors[index] is not ColumnVector<decimal> values)
                continue;
            var row = Enumerable.Range(0, values.Count).FirstOrDefault(r => Math.Abs(values.ValueOrDefault(r)) >= TooLarge, -1);
            if (row >= 0)
                return Mistake(name, column.Name, values.ValueOrDefault(row));
        }

        return null;
    }

    private static Diagnostic Mistake(string table, string column, decimal value) => new(
        "FK0145",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The column '{column}' of the kept table '{table}' holds {value}: decimals have at most 18 digits before the point here."),
        default, "Make the column double or string in C#, such as with Select, and keep the table again.");
}
