using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>
/// Numbers from texts and to texts, as <c>tolong</c>, <c>toreal</c>, <c>tobool</c> and <c>tostring</c> do it.
/// </summary>
internal static class NumberText
{
    private const NumberStyles RealStyle =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // As many as a long holds whichever they are.
    private const int SafeDigits = 18;

    /// <summary>A real with a point or an exponent, the shortest that reads back the same.</summary>
    public static string Of(double value)
    {
        var text = (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    /// <summary>A decimal without the zeros at its end.</summary>
    public static string OfDecimal(string digits) =>
        digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;

    /// <summary>A whole number, decimal or hexadecimal, or null.</summary>
    public static long? ToLong(ReadOnlySpan<byte> text) => Digits(text) ?? ToLong(Encoding.UTF8.GetString(text));

    /// <inheritdoc cref="ToLong(ReadOnlySpan{byte})"/>
    public static long? ToLong(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return long.TryParse(trimmed[2..], NumberStyles.AllowHexSpecifier, null, out var hex) ? hex : null;
        return long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    // Nearly all texts are that plain, and the framework's parsing takes twice as long.
    private static long? Digits(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > SafeDigits)
            return null;
        var number = 0L;
        foreach (var letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9')
                return null;
            number = (number * 10) + (letter - '0');
        }

        return number;
    }

    /// <summary>A whole number of 32 bits, or null.</summary>
    public static int? ToInt(ReadOnlySpan<byte> text) => ToInt(ToLong(text));

    /// <inheritdoc cref="ToInt(ReadOnlySpan{byte})"/>
    public static int? ToInt(string text) => ToInt(ToLong(text));

    private static int? ToInt(long? value) =>
        value is >= int.MinValue and <= int.MaxValue ? (int)value : null;

    /// <summary>A real, or null; infinities and NaN by their names.</summary>
    public static double? ToReal(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (double.TryParse(trimmed, RealStyle, CultureInfo.InvariantCulture, out var value) && !IsWord(trimmed))
            return value;
        return trimmed switch
        {
            "NaN" or "nan" => double.NaN,
            "inf" or "+inf" or "Infinity" or "+Infinity" => double.PositiveInfinity,
            "-inf" or "-Infinity" => double.NegativeInfinity,
            _ => null,
        };
    }

    /// <summary>true, false or a whole number; or null.</summary>
    public static bool? ToBool(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Equals("true", StringComparison.OrdinalIgnoreCase))
            return true;
        if (trimmed.Equals("false", StringComparison.OrdinalIgnoreCase))
            return false;
        return ToLong(text) is { } number ? number != 0 : null;
    }

    /// <summary>The whole part of a real, at most the greatest long.</summary>
    public static long Truncate(double value) => double.IsNaN(value) ? 0 : (long)value;

    /// <summary>The whole number of a dynamic value, or null.</summary>
    public static long? ToLong(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : Truncate(value.GetDouble()),
        JsonValueKind.String => ToLong(value.GetString()!),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => null,
    };

    /// <summary>The real of a dynamic value, or null.</summary>
    public static double? ToReal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => ToReal(value.GetString()!),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => null,
    };

    /// <summary>The truth of a dynamic value, or null.</summary>
    public static bool? ToBool(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble() != 0,
        JsonValueKind.String => ToBool(value.GetString()!),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static bool IsWord(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiLetter(text[^1]);
}
