using System.Globalization;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Equality and order of JSON values as sets and sorts need them.</summary>
internal static class JsonKey
{
    /// <summary>A text that is the same for equal values and differs for different ones.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var whole) =>
            "n" + whole.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Number when value.GetDouble() is var real && Math.Abs(real) < 1e15 && real == Math.Floor(real) =>
            "n" + ((long)real).ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Number => "n" + value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => "s" + value.GetString(),
        _ => "j" + JsonText.Write(value.WriteTo),
    };

    /// <summary>The values without repeats, in the order of their first occurrence.</summary>
    public static IEnumerable<JsonElement> Distinct(IEnumerable<JsonElement> values) => values.DistinctBy(Of);

    /// <summary>Numbers by value, strings by code unit, false before true; other kinds after those.</summary>
    public static int Compare(JsonElement left, JsonElement right)
    {
        if (left.ValueKind == JsonValueKind.Number && right.ValueKind == JsonValueKind.Number)
            return CompareNumbers(left, right);
        if (left.ValueKind == JsonValueKind.String && right.ValueKind == JsonValueKind.String)
            return string.CompareOrdinal(left.GetString(), right.GetString());
        return Rank(left).CompareTo(Rank(right));
    }

    private static int CompareNumbers(JsonElement left, JsonElement right) =>
        left.TryGetInt64(out var a) && right.TryGetInt64(out var b)
            ? a.CompareTo(b)
            : left.GetDouble().CompareTo(right.GetDouble());

    private static int Rank(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.False => 0,
        JsonValueKind.True => 1,
        JsonValueKind.Number => 2,
        JsonValueKind.String => 3,
        JsonValueKind.Array => 4,
        _ => 5,
    };
}
