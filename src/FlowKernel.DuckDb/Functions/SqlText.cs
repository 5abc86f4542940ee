using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Constants as SQL text.</summary>
internal static class SqlText
{
    /// <summary>A text as an SQL string constant.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A whole number as an SQL constant.</summary>
    public static string Number(long value) => value == long.MinValue
        ? "(-9223372036854775807 - 1)"
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An instant as an SQL constant, to the microsecond.</summary>
    public static string Timestamp(DateTime value) =>
        FormattableString.Invariant($"TIMESTAMP '{value:yyyy-MM-dd HH:mm:ss.ffffff}'");

    /// <summary>The null of a type.</summary>
    public static string Null(KqlType type) => type == KqlType.String ? "''" : $"NULL::{SqlTypes.Of(type)}";
}
