using System.Globalization;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Emit;

/// <summary>Constants as typed SQL.</summary>
internal static class SqlLiteral
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The constant, with the DuckDB type of its KQL type; a null string is empty.</summary>
    public static string Of(Literal literal) => Of(literal.Value, literal.Type);

    /// <summary>A value of the CLR type of a KQL type, or null.</summary>
    public static string Of(object? value, KqlType type) => value switch
    {
        null => type == KqlType.String ? "''" : $"NULL::{SqlTypes.Of(type)}",
        bool flag => flag ? "true" : "false",
        int number => Whole(number, "INTEGER"),
        long number => Whole(number, "BIGINT"),
        TimeSpan span => Whole(span.Ticks, "BIGINT"),
        double number => Real(number),
        decimal number => $"'{number.ToString(Invariant)}'::{SqlTypes.Of(KqlType.Decimal)}",
        string text => SqlText.Text(text),
        DateTime time => $"TIMESTAMP '{time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", Invariant)}'",
        Guid guid => $"'{guid:D}'::UUID",
        DynamicValue dynamic => $"{SqlText.Text(dynamic.Json)}::JSON",
        _ => throw new ArgumentException($"A {value.GetType().Name} is no KQL value.", nameof(value)),
    };

    private static string Whole(long value, string type) =>
        value < 0 ? $"({SqlText.Number(value)})::{type}" : $"{SqlText.Number(value)}::{type}";

    private static string Real(double value) => double.IsFinite(value)
        ? $"'{value.ToString("R", Invariant)}'::DOUBLE"
        : $"'{(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity")}'::DOUBLE";
}
