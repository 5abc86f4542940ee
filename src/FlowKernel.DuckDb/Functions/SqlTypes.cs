using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The DuckDB type that carries each KQL type.</summary>
internal static class SqlTypes
{
    /// <summary>The scale that decimals keep: 18 digits before the point, 20 after it.</summary>
    public const string Decimal = "DECIMAL(38,20)";

    /// <summary>The DuckDB type of a KQL type.</summary>
    public static string Of(KqlType type) => type switch
    {
        KqlType.Bool => "BOOLEAN",
        KqlType.Int => "INTEGER",
        KqlType.Long or KqlType.TimeSpan => "BIGINT",
        KqlType.Real => "DOUBLE",
        KqlType.Decimal => Decimal,
        KqlType.DateTime => "TIMESTAMP",
        KqlType.Guid => "UUID",
        KqlType.Dynamic => "JSON",
        _ => "VARCHAR",
    };
}
