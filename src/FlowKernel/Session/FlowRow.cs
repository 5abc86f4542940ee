using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>One row of a result.</summary>
public readonly record struct FlowRow(KqlTable Table, int Index)
{
    /// <summary>
    /// The value of a column as its CLR type, or null. Throws <see cref="KeyNotFoundException"/> for an unknown name.
    /// </summary>
    public object? this[string column] =>
        Table.IndexOf(column) is var index and >= 0
            ? Table[Index, index]
            : throw new KeyNotFoundException(
                $"The result has no column '{column}'. "
                + $"Its columns are: {string.Join(", ", Table.Columns.Select(c => c.Name))}.");

    /// <summary>The row's columns with their values, as records write theirs.</summary>
    public override string ToString()
    {
        var (table, row) = (Table, Index);
        var parts = table?.Columns.Select((c, i) => $"{c.Name} = {Text(table[row, i])}") ?? [];
        return $"{nameof(FlowRow)} {{ {string.Join(", ", parts)} }}";
    }

    /// <summary>The value of a column as <typeparamref name="T"/>; null gives the type's default.</summary>
    public T? Get<T>(string column) => this[column] is { } value ? (T)value : default;

    private static string Text(object? value) => value is null ? "null" : ValueText.Brief(value);
}
