using System.Collections.Frozen;

namespace FlowKernel.Results;

/// <summary>The names of the KQL types, and the CLR types that carry their values.</summary>
public static class KqlTypes
{
    private static readonly (KqlType Type, string Name, Type Clr, string[] Aliases)[] Facts =
    [
        (KqlType.Bool, "bool", typeof(bool), ["boolean"]),
        (KqlType.Int, "int", typeof(int), ["int32"]),
        (KqlType.Long, "long", typeof(long), ["int64"]),
        (KqlType.Real, "real", typeof(double), ["double"]),
        (KqlType.Decimal, "decimal", typeof(decimal), []),
        (KqlType.String, "string", typeof(string), []),
        (KqlType.DateTime, "datetime", typeof(DateTime), ["date"]),
        (KqlType.TimeSpan, "timespan", typeof(TimeSpan), ["time"]),
        (KqlType.Guid, "guid", typeof(Guid), ["uuid", "uniqueid"]),
        (KqlType.Dynamic, "dynamic", typeof(DynamicValue), []),
    ];

    private static readonly FrozenDictionary<string, KqlType> ByName = Facts
        .SelectMany(f => f.Aliases.Prepend(f.Name).Select(name => (name, f.Type)))
        .ToFrozenDictionary(p => p.name, p => p.Type, StringComparer.Ordinal);

    /// <summary>The name that KQL and result JSON use, such as <c>datetime</c>.</summary>
    public static string Name(this KqlType type) => Facts[(int)type].Name;

    /// <summary>The CLR type of a value that is not null.</summary>
    public static Type ClrType(this KqlType type) => Facts[(int)type].Clr;

    /// <summary>True for int, long, real and decimal.</summary>
    public static bool IsNumeric(this KqlType type) =>
        type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal;

    /// <summary>Finds a type by its KQL name or alias; false when there is none.</summary>
    public static bool TryParse(string name, out KqlType type) => ByName.TryGetValue(name, out type);
}
