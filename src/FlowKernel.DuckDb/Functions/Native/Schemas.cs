using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// The least schema that admits values (https://learn.microsoft.com/kusto/query/buildschema-aggregation-function).
/// </summary>
internal static class Schemas
{
    private const string Indexer = "`indexer`";

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_build_schema", values =>
            ArrayFunctions.Items(values)!.Where(v => v.ValueKind != JsonValueKind.Null).ToList() is { Count: > 0 } all
                ? Of(all)
                : null),
    ];

    /// <summary>One type, or an array of alternatives; a bag and an array are one alternative.</summary>
    private static string Of(IReadOnlyList<JsonElement> values)
    {
        var types = values.Select(Name).OfType<string>().Distinct().Select(JsonText.Quote).ToList();
        if (values.Any(v => v.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            types.Add(Container(values));
        return types.Count == 1 ? types[0] : JsonText.ArrayOfTexts(types);
    }

    private static string Container(IReadOnlyList<JsonElement> values)
    {
        var elements = values.Where(v => v.ValueKind == JsonValueKind.Array).ToList();
        var members = values.Where(v => v.ValueKind == JsonValueKind.Object)
            .SelectMany(v => v.EnumerateObject()).GroupBy(m => m.Name, m => m.Value)
            .Select(group => Member(group.Key, [.. group]));
        if (elements.Count > 0)
            members = members.Prepend(Member(Indexer, [.. elements.SelectMany(e => e.EnumerateArray())]));
        return $"{{{string.Join(',', members)}}}";
    }

    private static string Member(string name, JsonElement[] values) => $"{JsonText.Quote(name)}:{Of(values)}";

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out _) ? "long" : "double",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => null,
    };
}
