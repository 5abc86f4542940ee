using System.Collections.Frozen;

namespace FlowKernel.Results;

/// <summary>The names of the KQL types, and the CLR types that carry their values.</summary>
public static class KqlTypes
{
    private static readonly (KqlType Type, string Name, Type Clr, string Kusto, string[] Aliases)[] Facts =
    [
        (KqlType.Bool, "bool", typeof(bool), "System.SByte", ["boolean"]),
        (KqlType.Int, "int", typeof(int), "System.Int32", ["int32"]),
        (KqlType.Long, "long", typeof(long), "System.Int64", ["int64"]),
        (KqlType.Real, "real", typeof(double), "System.Double", ["double"]),
        (KqlType.Decimal, "decimal", typeof(decimal), "System.Data.SqlTypes.SqlDecimal", []),
        (KqlType.String, "string", typeof(string), "System.String", []),
        (KqlType.DateTime, "datetime", typeof(DateTime), "System.DateTime", ["date"]),
        (KqlType.TimeSpan, "timespan", typeof(TimeSpan), "System.TimeSpan", ["time"]),
        (KqlType.Guid, "guid", typeof(Guid), "System.Guid", ["uuid", "uniqueid"]),
        (KqlType.Dynamic, "dynamic", typeof(DynamicValue), "System.Object", []),
    ];

    private static readonly FrozenDictionary<string, KqlType> ByName = Facts
        .SelectMany(f => f.Aliases.Prepend(f.Name).Select(name => (name, f.Type)))
        .ToFrozenDictionary(p => p.name, p => p.Type, StringComparer.Ordinal);

    /// <summary>The name that KQL and result JSON use, such as <c>datetime</c>.</summary>
    public static string Name(this KqlType type) => Facts[(int)type].Name;

    /// <summary>The CLR type of a value that is not null.</summary>
    public static Type ClrType(this KqlType type) => Facts[(int)type].Clr;

    /// <summary>
    /// The .NET type that Kusto names for it in schemas and results, such as <c>System.SByte</c> for bool.
    /// </summary>
    public static string KustoDataType(this KqlType type) => Facts[(int)type].Kusto;

    /// <summary>True for int, long, real and decimal.</summary>
    public static bool IsNumeric(this KqlType type) =>
        type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal;

    /// <summary>Finds a type by its KQL name or alias; false when there is none.</summary>
    public static bool TryParse(string name, out KqlType type) => ByName.TryGetValue(name, out type);
}
