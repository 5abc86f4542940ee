using FlowKernel.Notebook;
using FlowKernel.Notebook.Formatting;

namespace FlowKernel.Results;

/// <summary>A query result: named, typed columns of equal length. Immutable.</summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class KqlTable
{
    /// <summary>A table from columns and their vectors, in the same order; all vectors have the same length.</summary>
    public KqlTable(
        IReadOnlyList<KqlColumn> columns, IReadOnlyList<ColumnVector> vectors, string name = "PrimaryResult")
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(vectors.Count, columns.Count);
        Columns = columns;
        Vectors = vectors;
        Name = name;
    }

    /// <summary>The table's name; the main result of a query is <c>PrimaryResult</c>.</summary>
    public string Name { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<KqlColumn> Columns { get; }

    /// <summary>The values, one vector a column, in the same order.</summary>
    public IReadOnlyList<ColumnVector> Vectors { get; }

    /// <summary>Where there were more rows than <see cref="ResultLimits"/> let through: why they stop; else null.</summary>
    public ResultCut? Cut { get; init; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => Vectors.Count == 0 ? 0 : Vectors[0].Count;

    /// <summary>The value at a row and column index, as its CLR type or null.</summary>
    public object? this[int row, int column] => Vectors[column][row];

    /// <summary>The index of a column by its exact name, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, column, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    /// <summary>A table from rows of loose values; see <see cref="ColumnVectors.From"/>.</summary>
    public static KqlTable FromRows(
        IReadOnlyList<KqlColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string name = "PrimaryResult")
    {
        var vectors = new ColumnVector[columns.Count];
        for (var c = 0; c < columns.Count; c++)
        {
            var index = c;
            vectors[c] = ColumnVectors.From(columns[c].Type, [.. rows.Select(row => row[index])]);
        }

        return new KqlTable(columns, vectors, name);
    }
}
