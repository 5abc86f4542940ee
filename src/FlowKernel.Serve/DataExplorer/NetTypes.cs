using FlowKernel.Results;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>The .NET types that Kusto names beside its own.</summary>
internal static class NetTypes
{
    /// <summary>The name in results, such as <c>Int64</c>.</summary>
    public static string Short(KqlType type) => type switch
    {
        KqlType.Bool => "SByte",
        KqlType.Int => "Int32",
        KqlType.Long => "Int64",
        KqlType.Real => "Double",
        KqlType.Decimal => "SqlDecimal",
        KqlType.DateTime => "DateTime",
        KqlType.TimeSpan => "TimeSpan",
        KqlType.Guid => "Guid",
        KqlType.Dynamic => "Object",
        _ => "String",
    };

    /// <summary>The name in schemas, such as <c>System.Int64</c>.</summary>
    public static string Full(KqlType type) =>
        type == KqlType.Decimal ? "System.Data.SqlTypes.SqlDecimal" : $"System.{Short(type)}";
}
