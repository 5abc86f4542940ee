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
    private readonly double[][] _counts;
    private readonly double[][] _weights;

    /// <summary>
    /// Codes a table: the columns first, then for each set of rows how often a row counts in it. A value is frequent
    /// that at least so large a part of one set has. Rows that count in no set are left out.
    /// </summary>
    public CodedRows(KqlTable table, double threshold, int sets = 1)
    {
        Columns = table.Columns.Count - sets;
        Threshold = threshold;
        var all = Enumerable.Range(Columns, sets).Select(column => Weights(table.Vectors[column])).ToList();
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => all.Exists(weights => weights[row] > 0))];
        _weights = [.. all.Select(weights => rows.Select(row => weights[row]).ToArray())];
        Totals = [.. _weights.Select(w => w.Sum())];
        Codes = new int[Columns][];
        _values = new object?[Columns][];
        _counts = new double[Columns][];
        for (var column = 0; column < Columns; column++)
            Code(table.Vectors[column], rows, column);
    }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>How many rows there are, equal ones once.</summary>
    public int Rows => _weights[0].Length;

    /// <summary>The least part of a set that is frequent.</summary>
    public double Threshold { get; }

    /// <summary>For each column, the code of each row.</summary>
    public int[][] Codes { get; }

    /// <summary>For each set, how many rows it has, each as often as it counts.</summary>
    public IReadOnlyList<double> Totals { get; }

    /// <summary>How often a row counts in a set.</summary>
    public double Weight(int row, int set = 0) => _weights[set][row];

    /// <summary>For each set, how often some rows count.</summary>
    public double[] Counts(IReadOnlyList<int> rows) => [.. _weights.Select(weights => rows.Sum(row => weights[row]))];

    /// <summary>True when a set has at least the threshold's part of these counts.</summary>
    public bool IsFrequent(IReadOnlyList<double> counts)
    {
        for (var set = 0; set < counts.Count; set++)
        {
            if (counts[set] > 0 && counts[set] >= Threshold * Totals[set])
                return true;
        }

        return false;
    }

    /// <summary>The part of the first set's rows that has a code's value.</summary>
    public double Share(int column, int code) => _counts[column][code] / Totals[0];

    /// <summary>The values of a pattern, with what stands for any value in the place of the others.</summary>
    public IEnumerable<object?> Values(IReadOnlyList<int> codes, IReadOnlyList<object?> wildcards) =>
        codes.Select((code, column) => code == Any ? wildcards[column] : _values[column][code]);

    private static double[] Weights(ColumnVector vector) =>
        [.. Enumerable.Range(0, vector.Count).Select(row => vector[row] is { } given ? Convert.ToDouble(given, null) : 0)];

    private void Code(ColumnVector vector, int[] rows, int column)
    {
        var known = new Dictionary<RowKey, int>();
        var values = new List<object?>();
        var counts = new List<double[]>();
        var codes = new int[rows.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            var value = vector[rows[row]];
            if (!known.TryGetValue(new RowKey([value]), out var code))
            {
                known.Add(new RowKey([value]), code = values.Count);
                values.Add(value);
                counts.Add(new double[_weights.Length]);
            }

            codes[row] = code;
            for (var set = 0; set < _weights.Length; set++)
                counts[code][set] += _weights[set][row];
        }

        Codes[column] = [.. codes.Select(code => IsFrequent(counts[code]) ? code : Any)];
        _values[column] = [.. values];
        _counts[column] = [.. counts.Select(c => c[0])];
    }
}
