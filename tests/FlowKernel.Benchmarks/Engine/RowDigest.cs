using System.Globalization;
using System.IO.Hashing;
using System.Text;
using DuckDB.NET.Data;
using FlowKernel.Results;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>What a result holds, in whatever order its rows come; equal where two results have equal rows.</summary>
internal readonly record struct RowDigest(long Rows, ulong Sum)
{
    public static RowDigest Of(KqlTable table)
    {
        var digest = default(RowDigest);
        for (var row = 0; row < table.RowCount; row++)
            digest = digest.Add(table.Vectors.Select(v => Text(v[row])));
        return digest;
    }

    public static RowDigest Of(DuckDBDataReader reader)
    {
        var digest = default(RowDigest);
        while (reader.Read())
            digest = digest.Add(Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))));
        return digest;
    }

    private RowDigest Add(IEnumerable<string> values) => new(
        Rows + 1, unchecked(Sum + XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(string.Join('\u001f', values)))));

    // Reals are sums in any order, so their last digits differ.
    private static string Text(object? value) => value switch
    {
        null or DBNull => "",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture).TrimEnd('Z'),
        double number => number.ToString("G9", CultureInfo.InvariantCulture),
        DynamicValue dynamic => dynamic.Json.Replace(" ", "", StringComparison.Ordinal),
        string text when text.StartsWith('[') => text.Replace(" ", "", StringComparison.Ordinal),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
