using FlowKernel.Charts.Roles;
using FlowKernel.Charts.Spec;
using FlowKernel.Results;

namespace FlowKernel.Charts.Kinds;

/// <summary>What of a table has no place in a chart, in sentences; an empty value is nothing to speak of.</summary>
internal static class Unshown
{
    /// <summary>Values that are infinite or no number, and rows without a place on the x axis.</summary>
    public static IEnumerable<string> Notes(KqlTable table, ColumnRoles roles)
    {
        if (roles.X >= 0 && ColumnReading.ScaleOf(table.Columns[roles.X]) != AxisScale.Category)
        {
            var lost = ColumnReading.Positions(table, roles.X).Count(double.IsNaN);
            if (lost > 0)
                yield return $"{Counted.Of(lost, "row")} without {Labels.Clean(table.Columns[roles.X].Name)} cannot be shown.";
        }

        if (NotFinite(table, roles.Y) is { } note)
            yield return note;
    }

    /// <summary>The series without the sums that are too large for a number.</summary>
    public static List<Series> WithoutOverflow(this List<Series> all, List<string> notes)
    {
        var count = all.Sum(s => s.Y.Count(double.IsInfinity));
        if (count == 0)
            return all;
        notes.Add($"{Counted.Of(count, "sum")} without a finite number cannot be shown.");
        return all.ConvertAll(s => s with { Y = Array.ConvertAll(s.Y, y => double.IsInfinity(y) ? double.NaN : y) });
    }

    /// <summary>The sentence for values that are infinite or no number; null where there are none.</summary>
    public static string? NotFinite(KqlTable table, IEnumerable<int> columns)
    {
        var count = columns.Where(c => table.Columns[c].Type == KqlType.Real).Sum(column =>
            Enumerable.Range(0, table.RowCount).Count(row => table[row, column] is double value && !double.IsFinite(value)));
        return count == 0 ? null : $"{Counted.Of(count, "value")} without a finite number cannot be shown.";
    }
}
