using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Specs.Conformance;

/// <summary>Compares a result, as result JSON, with a recorded one, by the rules of the cases' own comparer.</summary>
internal static class Comparison
{
    /// <summary>Null when they agree, else what differs first.</summary>
    public static string? Difference(ConformanceCase expected, JsonElement actual)
    {
        var (want, got) = (Columns(expected.Json), Columns(actual));
        if (!want.Select(c => c.Name).SequenceEqual(got.Select(c => c.Name), StringComparer.Ordinal))
            return $"columns: expected {Join(want)}, got {Join(got)}";
        var types = want.Zip(got).FirstOrDefault(p => !TypesAgree(p.First.Type, p.Second.Type, expected.IsLoose));
        if (types.First.Name is not null)
            return $"type of {types.First.Name}: expected {types.First.Type}, got {types.Second.Type}";
        return Rows(expected, [.. want.Select(c => c.Type)], Rows(expected.Json), Rows(actual));
    }

    private static string? Rows(
        ConformanceCase expected, KqlType[] types, List<JsonElement> want, List<JsonElement> got)
    {
        if (want.Count != got.Count)
            return $"row count: expected {want.Count}, got {got.Count}";
        var values = new ValueComparison(expected);
        bool Same(JsonElement a, JsonElement b) =>
            Enumerable.Range(0, types.Length).All(i => values.AreEqual(types[i], a[i], b[i]));

        var exact = expected is { IsOrdered: true, OrderBy.Count: 0 };
        if (exact ? !want.Zip(got).All(p => Same(p.First, p.Second)) : !Multiset.AreEqual(want, got, Same))
            return exact && Multiset.AreEqual(want, got, Same) ? "row order" : "values";
        return expected.IsOrdered && !KeysInOrder(expected, types, want, got, values) ? "row order" : null;
    }

    private static bool KeysInOrder(
        ConformanceCase expected, KqlType[] types, List<JsonElement> want, List<JsonElement> got,
        ValueComparison values)
    {
        var names = Columns(expected.Json).Select(c => c.Name).ToList();
        var keys = expected.OrderBy.Select(k => names.IndexOf(k)).ToList();
        return want.Zip(got).All(p => keys.All(k => values.AreEqual(types[k], p.First[k], p.Second[k])));
    }

    private static bool TypesAgree(KqlType want, KqlType got, bool loose) =>
        want == got || (loose && want.IsNumeric() && got.IsNumeric());

    private static List<(string Name, KqlType Type)> Columns(JsonElement json) =>
        [.. json.GetProperty("columns").EnumerateArray().Select(c => (c.GetProperty("name").GetString()!, TypeOf(c)))];

    private static KqlType TypeOf(JsonElement column) =>
        KqlTypes.TryParse(column.GetProperty("type").GetString()!, out var type)
            ? type
            : throw new InvalidDataException($"{column} has no KQL type.");

    private static List<JsonElement> Rows(JsonElement json) => [.. json.GetProperty("rows").EnumerateArray()];

    private static string Join(List<(string Name, KqlType Type)> columns) =>
        $"[{string.Join(", ", columns.Select(c => c.Name))}]";
}
