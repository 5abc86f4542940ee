using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Expressions of SQL that the templates name, so that each argument is written once.</summary>
internal static class Macros
{
    /// <summary>Name and parameters, and the expression, which names only macros above it.</summary>
    public static readonly (string Signature, string Sql)[] Rows =
    [
        ("kql_wrap(h)",
            "CAST(((h + 9223372036854775808) & 18446744073709551615) - 9223372036854775808 AS BIGINT)"),

        // DuckDB's own cast of a double has its binary fraction at the end: 1.10000000000000016384.
        ("kql_decimal(n, digits)",
            "CASE WHEN isfinite(CAST(n AS DOUBLE)) AND abs(CAST(n AS DOUBLE)) >= 1e18 "
            + "THEN error('decimals have at most 18 digits before the point here') "
            + $"ELSE TRY_CAST(digits AS {SqlTypes.Of(KqlType.Decimal)}) END"),
        ("kql_low_int(n)", "CAST((((n & 4294967295) + 2147483648) & 4294967295) - 2147483648 AS INTEGER)"),
        ("kql_common_values(sketches)",
            "coalesce(kql_common_values_or_null(sketches), error("
            + "'dcount_intersect takes sketches of hll() with at most 8192 distinct values'))"),
        ("kql_settled(json, what)", "CAST(CASE WHEN json = '' THEN error(what) ELSE json END AS JSON)"),
        ("kql_json_text(j)", "CASE WHEN length(CAST(j AS VARCHAR)) > 16 AND regexp_matches(CAST(j AS VARCHAR), '[0-9.]{17}') "
            + "THEN kql_long_reals_text(j) ELSE coalesce(j ->> '$', '') END"),
        ("kql_modulo(a, b)", "CASE WHEN a % b >= 0 THEN a % b WHEN b < 0 THEN (a % b) - b ELSE (a % b) + b END"),
        ("kql_floor_ten(n)", "(n // 10) - CAST(n % 10 < 0 AS BIGINT)"),
        ("kql_ceil_ten(n)", "(n // 10) + CAST(n % 10 > 0 AS BIGINT)"),
        ("kql_datetime(us)",
            "CASE WHEN us BETWEEN -62135596800000000 AND 253402300799999999 THEN make_timestamp(us) END"),
        ("kql_datetime_of_ticks(n)",
            "CASE WHEN n BETWEEN 0 AND 3155378975999999999 THEN make_timestamp((n // 10) - 62135596800000000) END"),
        ("kql_ticks(t)", "(epoch_us(t) + 62135596800000000) * 10"),
        ("kql_checked_datetime(t)",
            "CASE WHEN t BETWEEN TIMESTAMP '0001-01-01' AND TIMESTAMP '9999-12-31 23:59:59.999999' THEN t END"),
        ("kql_units(t, us)", "(epoch_us(t) + 62135596800000000) // us"),
        ("kql_months(t)", "year(t) * 12 + month(t) - 1"),
        ("kql_days(us, n)", "kql_datetime(us + n * 86400000000)"),
        ("kql_start(unit, t, n)",
            "CASE unit WHEN 'day' THEN kql_days(epoch_us(date_trunc('day', t)), n) "
            + "WHEN 'week' THEN kql_days(epoch_us(date_trunc('week', t + INTERVAL 1 DAY)), n * 7 - 1) "
            + "WHEN 'month' THEN date_trunc('month', t) + to_months(CAST(n AS INTEGER)) "
            + "ELSE date_trunc('year', t) + to_months(CAST(n * 12 AS INTEGER)) END"),
        ("kql_weeks(t)", "kql_units(kql_start('week', t, 0), 604800000000)"),
        ("kql_end(unit, t, n)", "kql_start(unit, t, n + 1) - INTERVAL 1 MICROSECOND"),
        ("kql_bin(n, size)", "CASE WHEN size > 0 THEN n - ((n % size + size) % size) END"),
        ("kql_bin_at(n, size, origin)", "origin + kql_bin(n - origin, size)"),
        ("kql_welch(difference, a, b, n, m)",
            "kql_welch_statistic(difference * difference / (a + b), "
            + "(a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1)), 0.5::DOUBLE)"),
        ("kql_welch_test(mean, variance, n, other, spread, m)",
            "kql_welch(mean - other, variance / n, spread / m, n, m)"),
        ("kql_bin_instant(t, size)", "kql_datetime_of_ticks(kql_bin(kql_ticks(t), size))"),
        ("kql_bin_instant_at(t, size, origin)",
            "kql_datetime_of_ticks(kql_bin_at(kql_ticks(t), size, kql_ticks(origin)))"),
    ];
}
