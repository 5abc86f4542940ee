using FlowKernel.Results;

namespace FlowKernel.Algorithms.Patterns;

/// <summary>
/// Rows whose values are numbers: the n-th value of a column is n, and a value that too few rows have is
/// <see cref="Any"/>, since no frequent pattern has it.
/// </summary>
internal sealed class CodedRows
{
    /// <summary>Stands for any value.</summary>
    public const int Any = -1;

    private readonly object?[][] _values;
    private readonly long[] _weights;

    /// <summary>Codes a table: the columns first, then how often each row counts.</summary>
    public CodedRows(KqlTable table, double threshold)
    {
        _weights = [.. Enumerable.Range(0, table.RowCount).Select(row => (long)table[row, table.Columns.Count - 1]!)];
        Total = _weights.Sum();
        Least = threshold * Total;
        Columns = table.Columns.Count - 1;
        Codes = new int[Columns][];
        _values = new object?[Columns][];
        for (var column = 0; column < Columns; column++)
            (Codes[column], _values[column]) = Code(table.Vectors[column]);
    }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>For each column, the code of each row.</summary>
    public int[][] Codes { get; }

    /// <summary>How many rows there are, each as often as it counts.</summary>
    public long Total { get; }

    /// <summary>The least count of a frequent pattern.</summary>
    public double Least { get; }

    /// <summary>How often some rows count.</summary>
    public long Count(IReadOnlyList<int> rows) => rows.Sum(row => _weights[row]);

    /// <summary>The value of a code.</summary>
    public object? Value(int column, int code) => _values[column][code];

    private (int[] Codes, object?[] Values) Code(ColumnVector vector)
    {
        var known = new Dictionary<RowKey, int>();
        var values = new List<object?>();
        var counts = new List<long>();
        var codes = new int[_weights.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (!known.TryGetValue(new RowKey([vector[row]]), out var code))
            {
                known.Add(new RowKey([vector[row]]), code = values.Count);
                values.Add(vector[row]);
                counts.Add(0);
            }

            codes[row] = code;
            counts[code] += _weights[row];
        }

        return ([.. codes.Select(code => counts[code] >= Least ? code : Any)], [.. values]);
    }
}
