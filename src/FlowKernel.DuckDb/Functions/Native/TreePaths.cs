using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>The paths to all members of a bag (https://learn.microsoft.com/kusto/query/treepath-function).</summary>
internal static class TreePaths
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_treepath", json => JsonText.Parse(json) is
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } value
            ? JsonText.ArrayOfTexts(Below(value, "").Distinct().Select(JsonText.Quote))
            : null),
    ];

    /// <summary>All elements of an array share the path of its first.</summary>
    private static IEnumerable<string> Below(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .SelectMany(m => Below(m.Value, $"{path}['{m.Name}']").Prepend($"{path}['{m.Name}']")),
        JsonValueKind.Array => value.EnumerateArray()
            .SelectMany(e => Below(e, $"{path}[0]").Prepend($"{path}[0]")),
        _ => [],
    };
}
