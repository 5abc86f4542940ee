using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Specs.Article;

/// <summary>A result as sums by key, whatever the order of its rows.</summary>
/// <param name="Keys">The key columns; the result has them first.</param>
/// <param name="Values">The columns with sums.</param>
internal sealed record Truth(IReadOnlyList<string> Keys, IReadOnlyList<string> Values)
{
    /// <summary>The sums, a text a row: key parts and values separated by bars, sorted.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Sums over tuples by a key.</summary>
    public static Truth Sum(
        IEnumerable<RawTuple> tuples, IReadOnlyList<string> keys, Func<RawTuple, object[]> key) =>
        Sum(tuples, keys, ["TotalBytes"], key, t => [t.Bytes]);

    /// <summary>Several sums over tuples by a key.</summary>
    public static Truth Sum(
        IEnumerable<RawTuple> tuples, IReadOnlyList<string> keys, IReadOnlyList<string> values,
        Func<RawTuple, object[]> key, Func<RawTuple, long[]> value)
    {
        var sums = tuples
            .GroupBy(t => Text(key(t)))
            .Select(g => $"{g.Key} = {Text(values.Select((_, i) => (object)g.Sum(t => value(t)[i])))}");
        return new(keys, values) { Rows = [.. sums.Order(StringComparer.Ordinal)] };
    }

    /// <summary>Distinct keys without values.</summary>
    public static Truth Distinct(IReadOnlyList<string> keys, IEnumerable<object[]> rows) => new(keys, [])
    {
        Rows = [.. rows.Select(r => $"{Text(r)} = ").Distinct().Order(StringComparer.Ordinal)],
    };

    /// <summary>What a query gave, in the same form.</summary>
    public Truth From(KqlTable table)
    {
        Assert.Equal(Keys.Concat(Values), table.Columns.Select(c => c.Name));
        var rows = Enumerable.Range(0, table.RowCount).Select(row => Row(table, row));
        return this with { Rows = [.. rows.Order(StringComparer.Ordinal)] };
    }

    private string Row(KqlTable table, int row)
    {
        var cells = Enumerable.Range(0, table.Columns.Count).Select(c => table[row, c] ?? "null").ToList();
        return $"{Text(cells.Take(Keys.Count))} = {Text(cells.Skip(Keys.Count))}";
    }

    private static string Text(IEnumerable<object> cells) => string.Join('|', cells.Select(c => c switch
    {
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(c, CultureInfo.InvariantCulture),
    }));
}
