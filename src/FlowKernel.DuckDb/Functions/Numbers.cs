using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// Functions on numbers (https://learn.microsoft.com/kusto/query/scalar-functions#mathematical-functions).
/// </summary>
internal static class Numbers
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("abs", Absolute),
        new("sign", "CASE WHEN isnan({0:real}) THEN 0.0::DOUBLE ELSE sign({0:real})::DOUBLE END")
        { Gives = KqlType.Real },
        new("ceiling", "ceil({0:real})") { Gives = KqlType.Real },
        new("round", Round),
        new("pi", "pi()"),
        new("rand", Random) { Note = "Gives other values on every run." },
        .. RealFunctions("sqrt", "exp", "exp2", "exp10", "log", "log2", "log10", "sin", "cos", "tan", "cot",
            "asin", "acos", "atan", "gamma", "loggamma", "erf", "erfc", "degrees", "radians"),
        new("pow", "kql_pow({0:real}, {1:real})") { Gives = KqlType.Real },
        new("atan2", "kql_atan2({0:real}, {1:real})") { Gives = KqlType.Real },
        new("beta_cdf", "kql_beta_cdf({0:real}, {1:real}, {2:real})") { Gives = KqlType.Real },
        new("beta_pdf", "kql_beta_pdf({0:real}, {1:real}, {2:real})") { Gives = KqlType.Real },
        new("beta_inv", "kql_beta_inv({0:real}, {1:real}, {2:real})") { Gives = KqlType.Real },
        new("welch_test", "kql_welch_test({0:real}, {1:real}, {2:real}, {3:real}, {4:real}, {5:real})")
        { Gives = KqlType.Real },
        new("isnan", "isnan({0:real})"),
        new("isinf", "isinf({0:real})"),
        new("isfinite", "isfinite({0:real})"),
        new("bin", Bins.Bin),
        new("floor", Bins.Bin) { Page = "bin-function" },
        new("bin_at", Bins.BinAt),
        new("binary_and", "({0:long} & {1:long})") { Gives = KqlType.Long },
        new("binary_or", "({0:long} | {1:long})") { Gives = KqlType.Long },
        new("binary_xor", "xor({0:long}, {1:long})") { Gives = KqlType.Long },
        new("binary_not", "(~{0:long})") { Gives = KqlType.Long },
        new("binary_shift_left", "kql_shift_left({0:long}, {1:long})") { Gives = KqlType.Long },
        new("binary_shift_right", "kql_shift_right({0:long}, {1:long})") { Gives = KqlType.Long },
        new("bitset_count_ones", "bit_count({0:long})::BIGINT") { Gives = KqlType.Long },
        new("tohex", c => c.TypeOf(0) == KqlType.Int
            ? $"kql_hex_int({c.Sql(0)}, {(c.Count > 1 ? c.As(1, KqlType.Long) : "0")})"
            : $"kql_hex({c.As(0, KqlType.Long)}, {(c.Count > 1 ? c.As(1, KqlType.Long) : "0")})"),
        new("new_guid", "uuid()") { Note = "Gives other values on every run." },
    ];

    private static IEnumerable<FunctionRow> RealFunctions(params string[] names) =>
        names.Select(name => new FunctionRow(name, $"kql_{name}({{0:real}})") { Gives = KqlType.Real });

    private static Outcome<string> Absolute(Invocation call) => call.Type switch
    {
        KqlType.Int => $"CAST(abs({call.As(0, KqlType.Long)}) AS INTEGER)",
        KqlType.Long or KqlType.TimeSpan when call.Context.Wraps =>
            $"kql_wrap(abs(CAST({call.As(0, call.Type)} AS HUGEINT)))",
        KqlType.Decimal => $"CAST(ltrim(CAST({call.As(0, call.Type)} AS VARCHAR), '-') AS {SqlTypes.Of(call.Type)})",
        _ => $"abs({call.As(0, call.Type)})",
    };

    /// <summary>Decimals have all their digits rounded; DuckDB does so for a precision that is known beforehand.</summary>
    private static Outcome<string> Round(Invocation call)
    {
        var precision = call.Count > 1 ? call.As(1, KqlType.Long) : "0";
        var isKnown = call.Count == 1 || call[1].IsConstant;
        return call.TypeOf(0) == KqlType.Decimal && isKnown && call.Type == KqlType.Decimal
            ? $"CAST(round({call.Sql(0)}, CAST({precision} AS INTEGER)) AS {SqlTypes.Of(call.Type)})"
            : Conversion.Cast($"kql_round({call.As(0, KqlType.Real)}, {precision})", KqlType.Real, call.Type);
    }

    private static Outcome<string> Random(Invocation call) => call.Count == 0
        ? "random()"
        : Conversion.Cast($"CAST(floor(random() * {call.As(0, KqlType.Real)}) AS BIGINT)", KqlType.Long, call.Type);
}
