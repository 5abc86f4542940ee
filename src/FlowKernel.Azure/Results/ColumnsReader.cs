using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Azure.Results;

/// <summary>Reads the columns that an answer declares; a type that KQL does not have is taken as dynamic.</summary>
internal static class ColumnsReader
{
    // No KQL type of its own: taken as the next wider one.
    private static readonly Dictionary<string, KqlType> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Int16"] = KqlType.Int,
        ["Single"] = KqlType.Real,
    };

    private static readonly Dictionary<string, KqlType> NetNames = Enum.GetValues<KqlType>()
        .ToDictionary(type => Last(type.KustoDataType()), StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns of a JSON array, by the names of the properties that hold name and type.</summary>
    public static IReadOnlyList<KqlColumn> Read(JsonElement columns, string name, params string[] types) =>
    [
        .. columns.EnumerateArray().Select(column => new KqlColumn(
            column.GetProperty(name).GetString()!,
            TypeOf(types.Select(t => Text(column, t)).FirstOrDefault(t => t is not null) ?? ""))),
    ];

    /// <summary>A KQL type by its name in KQL or in .NET, such as <c>long</c> or <c>System.Int64</c>.</summary>
    public static KqlType TypeOf(string name)
    {
        var last = Last(name);
        return KqlTypes.TryParse(last.ToLowerInvariant(), out var type) || NetNames.TryGetValue(last, out type)
            || Others.TryGetValue(last, out type) ? type : KqlType.Dynamic;
    }

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string? Text(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
