using System.Globalization;
using System.Numerics;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Arithmetic of decimals, rounded to the 20 digits after the point that a column keeps. DuckDB's own fails on nulls that
/// it knows beforehand.
/// </summary>
internal static class DecimalMath
{
    private const int Scale = 20;

    private static readonly BigInteger One = BigInteger.Pow(10, Scale);
    private static readonly BigInteger Limit = BigInteger.Pow(10, 38);

    /// <summary>The sum as text, or null when it does not fit.</summary>
    public static string? Add(string left, string right) => Text(Read(left) + Read(right));

    /// <summary>The difference as text, or null when it does not fit.</summary>
    public static string? Subtract(string left, string right) => Text(Read(left) - Read(right));

    /// <summary>The product as text, or null when it does not fit.</summary>
    public static string? Multiply(string left, string right) => Text(Round(Read(left) * Read(right), One));

    /// <summary>The quotient as text, or null when there is none or it does not fit.</summary>
    public static string? Divide(string dividend, string divisor) =>
        Read(divisor) is { IsZero: false } by ? Text(Round(Read(dividend) * One, by)) : null;

    /// <summary>The quotient, halves rounded away from zero.</summary>
    private static BigInteger Round(BigInteger dividend, BigInteger divisor)
    {
        var sign = dividend.Sign * divisor.Sign;
        var (a, b) = (BigInteger.Abs(dividend), BigInteger.Abs(divisor));
        return sign * (((2 * a) + b) / (2 * b));
    }

    private static BigInteger Read(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? "" : text[(point + 1)..];
        return BigInteger.Parse(whole + fraction.PadRight(Scale, '0')[..Scale], CultureInfo.InvariantCulture);
    }

    private static string? Text(BigInteger scaled)
    {
        if (BigInteger.Abs(scaled) >= Limit)
            return null;
        var digits = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        return $"{(scaled.Sign < 0 ? "-" : "")}{digits[..^Scale]}.{digits[^Scale..]}";
    }
}
