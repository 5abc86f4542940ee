using System.Globalization;
using System.Text;

namespace FlowKernel.Kql.Tree;

/// <summary>
/// Reads string literals as KQL writes them (https://learn.microsoft.com/kusto/query/scalar-data-types/string):
/// quoted, verbatim (@), obfuscated (h), multi-line (``` or ~~~), and adjacent ones joined.
/// </summary>
internal static class LiteralText
{
    private static readonly string[] Fences = ["```", "~~~"];

    /// <summary>The value of a string literal node, or of several side by side.</summary>
    public static string String(SyntaxNode literal) => literal.Kind == "CompoundStringLiteralExpression"
        ? string.Concat(literal.List("Tokens").Select(token => Unquote(token.Text!)))
        : Unquote(literal["Token"].Text!);

    /// <summary>The value of one string literal as written.</summary>
    public static string Unquote(string written)
    {
        var text = written.AsSpan().TrimStart("hH");
        foreach (var fence in Fences)
        {
            if (text.StartsWith(fence, StringComparison.Ordinal))
                return text[3..^3].ToString();
        }

        if (text is not ['@', ..])
            return text.Length < 2 ? "" : Unescape(text[1..^1]);
        var quote = text[1].ToString();
        return text[2..^1].ToString().Replace(quote + quote, quote, StringComparison.Ordinal);
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
            return text.ToString();
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                value.Append(text[i++]);
            else
                i += 1 + AppendEscape(value, text[(i + 1)..]);
        }

        return value.ToString();
    }

    /// <summary>Appends what the escape after a backslash stands for; gives how many characters it took.</summary>
    private static int AppendEscape(StringBuilder value, ReadOnlySpan<char> rest) => rest[0] switch
    {
        'a' => Append(value, '\a'),
        'b' => Append(value, '\b'),
        'f' => Append(value, '\f'),
        'n' => Append(value, '\n'),
        'r' => Append(value, '\r'),
        't' => Append(value, '\t'),
        'v' => Append(value, '\v'),
        'x' => AppendHex(value, rest, 2),
        'u' => AppendHex(value, rest, 4),
        'U' => AppendHex(value, rest, 8),
        >= '0' and <= '7' => AppendOctal(value, rest),
        var other => Append(value, other),
    };

    private static int Append(StringBuilder value, char c)
    {
        value.Append(c);
        return 1;
    }

    private static int AppendHex(StringBuilder value, ReadOnlySpan<char> rest, int digits)
    {
        const NumberStyles Hex = NumberStyles.AllowHexSpecifier;
        if (rest.Length <= digits
            || !int.TryParse(rest.Slice(1, digits), Hex, CultureInfo.InvariantCulture, out var code))
            return Append(value, rest[0]);
        if (code > char.MaxValue && Rune.IsValid(code))
            value.Append(new Rune(code).ToString());
        else
            value.Append((char)code);
        return digits + 1;
    }

    private static int AppendOctal(StringBuilder value, ReadOnlySpan<char> rest)
    {
        var code = 0;
        var length = 0;
        while (length < 3 && length < rest.Length && rest[length] is >= '0' and <= '7')
            code = (code * 8) + (rest[length++] - '0');
        value.Append((char)code);
        return length;
    }
}
