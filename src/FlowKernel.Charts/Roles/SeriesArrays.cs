using System.Globalization;
using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Charts.Roles;

/// <summary>
/// Lays out what <c>make-series</c> gives, one row per series with arrays of times and values, as one row per point:
/// the shape that charts read.
/// </summary>
internal static class SeriesArrays
{
    /// <summary>The table with its arrays laid out; the same table where no column holds arrays of numbers.</summary>
    public static KqlTable Expand(KqlTable table)
    {
        var arrays = table.Columns.Select((_, i) => IsArray(table, i) ? ArrayOf(table, i) : null).ToArray();
        if (!arrays.Any(a => a is { Type: KqlType.Real }))
            return table;
        var lengths = Enumerable.Range(0, table.RowCount)
            .Select(row => arrays.Max(a => a?.Items[row].Length ?? 0)).ToArray();
        var columns = table.Columns.Select((c, i) => c with { Type = arrays[i]?.Type ?? c.Type }).ToArray();
        var vectors = arrays.Select(
            (array, i) => ColumnVectors.From(columns[i].Type, Values(table, i, array, lengths)));
        return new KqlTable(columns, [.. vectors], table.Name);
    }

    private static bool IsArray(KqlTable table, int index) =>
        table.Columns[index].Type == KqlType.Dynamic
        && Enumerable.Range(0, table.RowCount).All(row =>
            table[row, index] is null or DynamicValue { Element.ValueKind: JsonValueKind.Array });

    private static ArrayColumn ArrayOf(KqlTable table, int column)
    {
        var items = Enumerable.Range(0, table.RowCount)
            .Select(row => table[row, column] is DynamicValue value ? value.Element.EnumerateArray().ToArray() : [])
            .ToArray();
        var all = items.SelectMany(i => i).Where(i => i.ValueKind != JsonValueKind.Null).ToArray();
        var type = all.All(i => i.ValueKind == JsonValueKind.Number) ? KqlType.Real
            : all.All(i => i.ValueKind == JsonValueKind.String && TryTime(i, out _)) ? KqlType.DateTime
            : KqlType.String;
        return new ArrayColumn(type, items);
    }

    private static List<object?> Values(KqlTable table, int column, ArrayColumn? array, int[] lengths)
    {
        var values = new List<object?>(lengths.Sum());
        for (var row = 0; row < lengths.Length; row++)
        {
            for (var i = 0; i < lengths[row]; i++)
                values.Add(array is null ? table[row, column] : array.At(row, i));
        }

        return values;
    }

    private static bool TryTime(JsonElement item, out DateTime time) => DateTime.TryParse(
        item.GetString(), CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    private sealed record ArrayColumn(KqlType Type, JsonElement[][] Items)
    {
        public object? At(int row, int index)
        {
            if (index >= Items[row].Length || Items[row][index] is not { ValueKind: not JsonValueKind.Null } item)
                return null;
            return Type switch
            {
                KqlType.Real => item.GetDouble(),
                KqlType.DateTime => TryTime(item, out var time) ? time : null,
                _ => item.ToString(),
            };
        }
    }
}
