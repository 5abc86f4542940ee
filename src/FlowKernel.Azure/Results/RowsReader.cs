using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Azure.Results;

/// <summary>Collects a table's rows as they come.</summary>
/// <param name="name">The table's name.</param>
/// <param name="columns">Its columns.</param>
/// <param name="dynamicAsText">See <see cref="JsonCell.Read"/>.</param>
internal sealed class RowsReader(string name, IReadOnlyList<KqlColumn> columns, bool dynamicAsText)
{
    private readonly List<object?>[] _values = [.. columns.Select(_ => new List<object?>())];

    /// <summary>How many rows there are so far.</summary>
    public int Count => _values.Length == 0 ? 0 : _values[0].Count;

    /// <summary>
    /// Adds rows; gives what stands among them and is no row, such as an error that cut them short. Throws
    /// <see cref="IOException"/> for a value that is none of its column's type.
    /// </summary>
    public IReadOnlyList<JsonElement> Add(JsonElement rows)
    {
        var others = new List<JsonElement>();
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind == JsonValueKind.Array)
                AddRow(row);
            else
                others.Add(row);
        }

        return others;
    }

    /// <summary>Forgets the rows: others come in their place.</summary>
    public void Clear()
    {
        foreach (var column in _values)
            column.Clear();
    }

    /// <summary>The table of the rows so far.</summary>
    public KqlTable ToTable() =>
        new(columns, [.. columns.Zip(_values, (column, values) => ColumnVectors.From(column.Type, values))], name);

    private void AddRow(JsonElement row)
    {
        var at = 0;
        foreach (var cell in row.EnumerateArray().Take(columns.Count))
        {
            _values[at].Add(Read(columns[at], cell));
            at++;
        }

        for (; at < columns.Count; at++)
            _values[at].Add(null);
    }

    private object? Read(KqlColumn column, JsonElement cell)
    {
        try
        {
            return JsonCell.Read(column.Type, cell, dynamicAsText);
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidOperationException)
        {
            throw new IOException($"The answer has {cell.GetRawText()} in the {column.Type.Name()} column '{column.Name}'.", e);
        }
    }
}
