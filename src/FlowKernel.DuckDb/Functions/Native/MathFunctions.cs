using System.Globalization;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Mathematics that never raises an error, as in KQL.</summary>
internal static class MathFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        Real("sqrt", Math.Sqrt),
        Real("exp", Math.Exp),
        Real("exp2", x => Math.Pow(2, x)),
        Real("exp10", x => Math.Pow(10, x)),
        NativeFunction.Value<double, double>("kql_log", x => x < 0 ? null : Math.Log(x)),
        NativeFunction.Value<double, double>("kql_log2", x => x < 0 ? null : Math.Log2(x)),
        NativeFunction.Value<double, double>("kql_log10", x => x < 0 ? null : Math.Log10(x)),
        Real("sin", Math.Sin),
        Real("cos", Math.Cos),
        Real("tan", Math.Tan),
        Real("cot", x => 1 / Math.Tan(x)),
        Real("asin", Math.Asin),
        Real("acos", Math.Acos),
        Real("atan", Math.Atan),
        Real("degrees", x => x * 180 / Math.PI),
        Real("radians", x => x * Math.PI / 180),
        Real("gamma", SpecialFunctions.Gamma),
        Real("loggamma", SpecialFunctions.LogGamma),
        Real("erf", SpecialFunctions.Erf),
        Real("erfc", x => 1 - SpecialFunctions.Erf(x)),
        NativeFunction.Value<double, double, double>("kql_pow", (x, y) => Math.Pow(x, y)),
        NativeFunction.Value<double, double, double>("kql_atan2", (y, x) => Math.Atan2(y, x)),
        NativeFunction.Value<double, long, double>("kql_round", Round),
        NativeFunction.Value<double, double, double>("kql_bin_real", (x, size) => size > 0
            ? Math.Floor(x / size) * size
            : null),
        NativeFunction.Value<double, double, double, double>(
            "kql_bin_real_at", (x, size, at) => size > 0 ? at + (Math.Floor((x - at) / size) * size) : null),
        NativeFunction.Value<long, long, long>("kql_shift_left", (x, n) => n < 0 ? null : x << (int)(n % 64)),
        NativeFunction.Value<long, long, long>("kql_shift_right", (x, n) => n < 0 ? null : x >> (int)(n % 64)),
        NativeFunction.Text<long, long>("kql_hex",
            (x, length) => Pad(x.ToString("x", CultureInfo.InvariantCulture), length)),
        NativeFunction.Text<int, long>("kql_hex_int",
            (x, length) => Pad(x.ToString("x", CultureInfo.InvariantCulture), length)),
    ];

    /// <summary>Rounds halves away from zero; a negative precision rounds to tens and up.</summary>
    public static double? Round(double value, long precision)
    {
        if (precision >= 0)
            return Math.Round(value, (int)Math.Min(precision, 15), MidpointRounding.AwayFromZero);
        var scale = Math.Pow(10, -precision);
        return Math.Round(value / scale, MidpointRounding.AwayFromZero) * scale;
    }

    private static NativeFunction Real(string name, Func<double, double> f) =>
        NativeFunction.Value<double, double>($"kql_{name}", x => f(x));

    private static string Pad(string digits, long length) => digits.PadLeft((int)Math.Clamp(length, 0, 64), '0');
}
