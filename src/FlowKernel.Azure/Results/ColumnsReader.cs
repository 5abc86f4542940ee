using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Azure.Results;

/// <summary>Reads the columns that an answer declares; a type that KQL does not have is taken as dynamic.</summary>
internal static class ColumnsReader
{
    private static readonly Dictionary<string, KqlType> ClrNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SByte"] = KqlType.Bool,
        ["Boolean"] = KqlType.Bool,
        ["Int16"] = KqlType.Int,
        ["Int32"] = KqlType.Int,
        ["Int64"] = KqlType.Long,
        ["Single"] = KqlType.Real,
        ["Double"] = KqlType.Real,
        ["SqlDecimal"] = KqlType.Decimal,
        ["Decimal"] = KqlType.Decimal,
        ["String"] = KqlType.String,
        ["DateTime"] = KqlType.DateTime,
        ["TimeSpan"] = KqlType.TimeSpan,
        ["Guid"] = KqlType.Guid,
        ["Object"] = KqlType.Dynamic,
    };

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
        if (KqlTypes.TryParse(name.ToLowerInvariant(), out var type))
            return type;
        return ClrNames.TryGetValue(name[(name.LastIndexOf('.') + 1)..], out type) ? type : KqlType.Dynamic;
    }

    private static string? Text(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
