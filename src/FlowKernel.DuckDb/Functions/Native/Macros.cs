namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Expressions of SQL that the templates name, so that each argument is written once.</summary>
internal static class Macros
{
    /// <summary>Name and parameters, and the expression.</summary>
    public static readonly (string Signature, string Sql)[] Rows =
    [
        ("kql_low_int(n)", "CAST((((n & 4294967295) + 2147483648) & 4294967295) - 2147483648 AS INTEGER)"),
        ("kql_modulo(a, b)", "((a % b) + abs(b)) % b"),
        ("kql_floor_ten(n)", "(n // 10) - CAST(n % 10 < 0 AS BIGINT)"),
        ("kql_ceil_ten(n)", "(n // 10) + CAST(n % 10 > 0 AS BIGINT)"),
        ("kql_datetime(us)", "CASE WHEN us BETWEEN -62135596800000000 AND 253402300799999999 THEN make_timestamp(us) END"),
        ("kql_datetime_of_ticks(n)",
            "CASE WHEN n BETWEEN 0 AND 3155378975999999999 THEN make_timestamp((n // 10) - 62135596800000000) END"),
        ("kql_ticks(t)", "(epoch_us(t) + 62135596800000000) * 10"),
    ];
}
