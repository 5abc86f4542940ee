using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>The DuckDB types that carry KQL's types.</summary>
/// <remarks>
/// A timespan is a BIGINT of 100 ns ticks. A decimal has 18 digits before and 20 after the point.
/// A string is never NULL.
/// </remarks>
internal static class SqlTypes
{
    /// <summary>How many digits a decimal has after the point.</summary>
    public const int DecimalScale = 20;

    private static readonly string[] Names =
    [
        "BOOLEAN", "INTEGER", "BIGINT", "DOUBLE", "DECIMAL(38, 20)", "VARCHAR", "TIMESTAMP", "BIGINT", "UUID", "JSON",
    ];

    /// <summary>The DuckDB type of a KQL type.</summary>
    public static string Of(KqlType type) => Names[(int)type];
}
