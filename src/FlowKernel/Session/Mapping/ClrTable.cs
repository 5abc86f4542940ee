using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Session.Mapping;

/// <summary>Makes tables of C# rows.</summary>
internal static class ClrTable
{
    /// <summary>The table, or what is wrong with the rows.</summary>
    public static Outcome<KqlTable> Of<T>(string name, IEnumerable<T> rows, IReadOnlyList<string> names)
    {
        if (rows is IEnumerable<FlowRow> flowRows)
            return OfFlowRows(name, [.. flowRows]);
        var columns = ClrColumns.Of(typeof(T), names);
        return columns.Succeeded ? Fill(name, columns.Value, rows) : new Outcome<KqlTable>(columns.Diagnostics);
    }

    private static Outcome<KqlTable> Fill<T>(string name, IReadOnlyList<ClrColumn> columns, IEnumerable<T> rows)
    {
        var isSingle = ClrValues.TypeOf(typeof(T)) is not null;
        var values = columns.Select(_ => new List<object?>()).ToList();
        foreach (var (row, item) in rows.Index())
        {
            if (item is null && !isSingle)
                return ClrTableMistakes.NullRow(row);
            for (var c = 0; c < columns.Count; c++)
            {
                object? value = null;
                if (item is not null && !columns[c].TryRead(item, out value))
                    return ClrTableMistakes.NoValue(columns[c], row);
                values[c].Add(value);
            }
        }

        return new KqlTable(
            [.. columns.Select(c => new KqlColumn(c.Name, c.Type))],
            [.. columns.Zip(values, (c, v) => ColumnVectors.From(c.Type, v))],
            name);
    }

    // Rows picked from a result keep its columns.
    private static Outcome<KqlTable> OfFlowRows(string name, IReadOnlyList<FlowRow> rows)
    {
        if (rows.Count == 0)
            return ClrTableMistakes.NoRowTable();
        var source = rows[0].Table;
        var vectors = source.Columns.Select((c, i) => ColumnVectors.From(
            c.Type, [.. rows.Select(r => r.Table[r.Index, i])]));
        return new KqlTable(source.Columns, [.. vectors], name);
    }
}
