using System.Globalization;
using System.Text.RegularExpressions;
using FlowKernel.Results;

namespace FlowKernel.Kql.Tree;

/// <summary>
/// Reads literals from their text, since the language service's own values are not exact (its <c>real(inf)</c> is 0).
/// </summary>
internal static partial class LiteralValues
{
    private delegate bool Parser(string text, out object? value);

    private static readonly Dictionary<string, (KqlType Type, Parser Parse)> ByKind = new(StringComparer.Ordinal)
    {
        ["BooleanLiteralExpression"] = (KqlType.Bool, TryBool),
        ["IntLiteralExpression"] = (KqlType.Int, TryInt),
        ["LongLiteralExpression"] = (KqlType.Long, TryLong),
        ["RealLiteralExpression"] = (KqlType.Real, TryReal),
        ["DecimalLiteralExpression"] = (KqlType.Decimal, TryDecimal),
        ["DateTimeLiteralExpression"] = (KqlType.DateTime, TryDateTime),
        ["TimespanLiteralExpression"] = (KqlType.TimeSpan, TryTimespan),
        ["GuidLiteralExpression"] = (KqlType.Guid, TryGuid),
        ["RawGuidLiteralExpression"] = (KqlType.Guid, TryGuid),
    };

    /// <summary>True for the node kinds that <see cref="TryRead"/> reads.</summary>
    public static bool Reads(string kind) => ByKind.ContainsKey(kind);

    /// <summary>The type and value of a literal; false when its text is not one. The value may be the null.</summary>
    public static bool TryRead(SyntaxNode literal, out KqlType type, out object? value)
    {
        (type, var parse) = ByKind[literal.Kind];
        var text = Inner(literal["Token"].Text!);
        value = null;
        return text.Equals("null", StringComparison.OrdinalIgnoreCase) || parse(text, out value);
    }

    /// <summary>What stands between the brackets of <c>type(…)</c>, or the whole text.</summary>
    private static string Inner(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var inner = open < 0 ? text : text[(open + 1)..].TrimEnd().TrimEnd(')');
        inner = inner.Trim();
        return open >= 0 && inner is ['"' or '\'', .., '"' or '\''] ? LiteralText.Unquote(inner).Trim() : inner;
    }

    private static bool TryBool(string text, out object? value)
    {
        value = text.ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ when TryInteger(text, out var number) => number != 0,
            _ => null,
        };
        return value is not null;
    }

    private static bool TryInt(string text, out object? value)
    {
        var read = TryInteger(text, out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = read ? (int)number : null;
        return read;
    }

    private static bool TryLong(string text, out object? value)
    {
        var read = TryInteger(text, out var number);
        value = read ? number : null;
        return read;
    }

    private static bool TryInteger(string text, out long number)
    {
        text = text.TrimEnd('l', 'L');
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryReal(string text, out object? value)
    {
        value = text.ToLowerInvariant() switch
        {
            "nan" => double.NaN,
            "inf" or "+inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ when TryInteger(text, out var number) => (double)number,
            _ => null,
        };
        return value is not null;
    }

    private static bool TryDecimal(string text, out object? value)
    {
        var read = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = read ? number : null;
        return read;
    }

    // The year must be written: without it .NET would take the machine's current date.
    private static bool TryDateTime(string text, out object? value)
    {
        const DateTimeStyles Utc =
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        value = null;
        if (YearOnly().IsMatch(text))
            text += "-01-01";
        var zoned = UtcName().Replace(text, "");
        if (!HasDate().IsMatch(text) || !DateTime.TryParse(zoned, CultureInfo.InvariantCulture, Utc, out var instant))
            return false;
        value = instant;
        return true;
    }

    private static bool TryTimespan(string text, out object? value)
    {
        var read = TimespanText.TryParse(text, out var span);
        value = read ? span : null;
        return read;
    }

    private static bool TryGuid(string text, out object? value)
    {
        var read = Guid.TryParse(text, out var guid);
        value = read ? guid : null;
        return read;
    }

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"\d{4}|\d{1,2}[-/ ](\d{1,2}|[A-Za-z]{3})[-/ ]\d{2}")]
    private static partial Regex HasDate();

    [GeneratedRegex(@"(?<=\d)\s+(GMT|UTC)$")]
    private static partial Regex UtcName();
}
