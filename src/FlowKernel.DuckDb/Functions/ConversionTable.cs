using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;
using static FlowKernel.Results.KqlType;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Every conversion between KQL types that gives values, as SQL.</summary>
internal static class ConversionTable
{
    /// <summary>The SQL by source and target type; what is absent is always null.</summary>
    public static Dictionary<(KqlType From, KqlType To), string> Templates() => new()
    {
        [(Bool, Int)] = "CAST({0} AS INTEGER)",
        [(Bool, Long)] = "CAST({0} AS BIGINT)",
        [(Bool, Real)] = "CAST({0} AS DOUBLE)",
        [(Bool, KqlType.Decimal)] = $"CAST(CAST({{0}} AS INTEGER) AS {SqlTypes.Of(KqlType.Decimal)})",
        [(Bool, KqlType.String)] = "CASE {0} WHEN true THEN 'True' WHEN false THEN 'False' ELSE '' END",
        [(Bool, Dynamic)] = "to_json({0})",

        [(Int, Bool)] = "({0} <> 0)",
        [(Int, Long)] = "CAST({0} AS BIGINT)",
        [(Int, Real)] = "CAST({0} AS DOUBLE)",
        [(Int, KqlType.Decimal)] = $"CAST({{0}} AS {SqlTypes.Of(KqlType.Decimal)})",
        [(Int, KqlType.String)] = "coalesce(CAST({0} AS VARCHAR), '')",
        [(Int, KqlType.DateTime)] = "kql_datetime_of_ticks({0})",
        [(Int, KqlType.TimeSpan)] = "CAST({0} AS BIGINT)",
        [(Int, Dynamic)] = "to_json({0})",

        [(Long, Bool)] = "({0} <> 0)",
        [(Long, Int)] = "kql_low_int({0})",
        [(Long, Real)] = "CAST({0} AS DOUBLE)",
        [(Long, KqlType.Decimal)] = "kql_decimal({0}, {0})",
        [(Long, KqlType.String)] = "coalesce(CAST({0} AS VARCHAR), '')",
        [(Long, KqlType.DateTime)] = "kql_datetime_of_ticks({0})",
        [(Long, KqlType.TimeSpan)] = "{0}",
        [(Long, Dynamic)] = "to_json({0})",

        [(Real, Bool)] = "({0} <> 0)",
        [(Real, Int)] = "kql_real_to_int({0})",
        [(Real, Long)] = "kql_real_to_long({0})",
        [(Real, KqlType.Decimal)] = "kql_decimal({0}, CAST({0} AS VARCHAR))",
        [(Real, KqlType.String)] = "kql_real_text({0})",
        [(Real, KqlType.DateTime)] = "kql_datetime_of_ticks(kql_real_to_long({0}))",
        [(Real, KqlType.TimeSpan)] = "kql_real_to_long({0})",
        [(Real, Dynamic)] = "kql_real_json({0})::JSON",

        [(KqlType.Decimal, Bool)] = "({0} <> 0)",
        [(KqlType.Decimal, Int)] = "TRY_CAST(trunc({0}) AS INTEGER)",
        [(KqlType.Decimal, Long)] = "TRY_CAST(trunc({0}) AS BIGINT)",
        [(KqlType.Decimal, Real)] = "CAST({0} AS DOUBLE)",
        [(KqlType.Decimal, KqlType.String)] = "kql_decimal_text(CAST({0} AS VARCHAR))",
        [(KqlType.Decimal, Dynamic)] = "to_json(kql_decimal_text(CAST({0} AS VARCHAR)))",

        [(KqlType.String, Bool)] = "kql_parse_bool({0})",
        [(KqlType.String, Int)] = "kql_parse_int({0})",
        [(KqlType.String, Long)] = "kql_parse_long({0})",
        [(KqlType.String, Real)] = "kql_parse_real({0})",
        [(KqlType.String, KqlType.Decimal)] = "kql_decimal(TRY_CAST(trim({0}) AS DOUBLE), trim({0}))",
        [(KqlType.String, KqlType.DateTime)] = "kql_parse_datetime({0})",
        [(KqlType.String, KqlType.TimeSpan)] = "kql_parse_timespan({0})",
        [(KqlType.String, KqlType.Guid)] = "kql_parse_guid({0})",
        [(KqlType.String, Dynamic)] = "to_json({0})",

        [(KqlType.DateTime, Int)] = "kql_low_int(kql_ticks({0}))",
        [(KqlType.DateTime, Long)] = "kql_ticks({0})",
        [(KqlType.DateTime, Real)] = "CAST(kql_ticks({0}) AS DOUBLE)",
        [(KqlType.DateTime, KqlType.String)] = "coalesce(strftime({0}, '%Y-%m-%dT%H:%M:%S.%f0Z'), '')",
        [(KqlType.DateTime, Dynamic)] = "to_json(strftime({0}, '%Y-%m-%dT%H:%M:%S.%f0Z'))",

        [(KqlType.TimeSpan, Int)] = "kql_low_int({0})",
        [(KqlType.TimeSpan, Long)] = "{0}",
        [(KqlType.TimeSpan, Real)] = "CAST({0} AS DOUBLE)",
        [(KqlType.TimeSpan, KqlType.String)] = "kql_timespan_text({0})",
        [(KqlType.TimeSpan, Dynamic)] = "to_json(nullif(kql_timespan_text({0}), ''))",

        [(KqlType.Guid, KqlType.String)] = "coalesce(CAST({0} AS VARCHAR), '')",
        [(KqlType.Guid, Dynamic)] = "to_json(CAST({0} AS VARCHAR))",

        [(Dynamic, Bool)] = "kql_json_bool({0})",
        [(Dynamic, Int)] = "kql_json_int({0})",
        [(Dynamic, Long)] = "kql_json_long({0})",
        [(Dynamic, Real)] = "kql_json_real({0})",
        [(Dynamic, KqlType.Decimal)] = "kql_decimal(TRY_CAST(({0} ->> '$') AS DOUBLE), ({0} ->> '$'))",
        [(Dynamic, KqlType.String)] = "kql_json_text({0})",
        [(Dynamic, KqlType.DateTime)] = "kql_json_datetime({0})",
        [(Dynamic, KqlType.TimeSpan)] = "kql_json_timespan({0})",
        [(Dynamic, KqlType.Guid)] = "kql_parse_guid({0} ->> '$')",
    };
}
