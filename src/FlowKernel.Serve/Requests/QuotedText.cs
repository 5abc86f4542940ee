using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace FlowKernel.Serve.Requests;

/// <summary>Reads KQL string literals (https://learn.microsoft.com/kusto/query/scalar-data-types/string).</summary>
internal static class QuotedText
{
    /// <summary>The text of a literal; false where the whole is none.</summary>
    public static bool TryRead(string literal, [NotNullWhen(true)] out string? text)
    {
        text = null;
        var isVerbatim = literal.StartsWith('@');
        var quoted = isVerbatim ? literal.AsSpan(1) : literal;
        if (quoted.Length < 2 || quoted[0] is not ('\'' or '"') || quoted[^1] != quoted[0])
            return false;
        text = isVerbatim ? Verbatim(quoted[1..^1], quoted[0]) : Escaped(quoted[1..^1], quoted[0]);
        return text is not null;
    }

    private static string? Verbatim(ReadOnlySpan<char> inner, char quote)
    {
        var doubled = new string(quote, 2);
        var text = inner.ToString();
        return text.Replace(doubled, "", StringComparison.Ordinal).Contains(quote)
            ? null
            : text.Replace(doubled, quote.ToString(), StringComparison.Ordinal);
    }

    private static string? Escaped(ReadOnlySpan<char> inner, char quote)
    {
        var text = new StringBuilder();
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == quote)
                return null;
            if (inner[i] != '\\')
                text.Append(inner[i]);
            else if (++i == inner.Length || !TryEscape(inner, ref i, text))
                return null;
        }

        return text.ToString();
    }

    private static bool TryEscape(ReadOnlySpan<char> inner, ref int at, StringBuilder text)
    {
        if (inner[at] == 'u')
        {
            if (at + 4 >= inner.Length || !ushort.TryParse(
                    inner.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                return false;
            at += 4;
            text.Append((char)code);
            return true;
        }

        const string Names = "nrt0abfv\\'\"";
        const string Values = "\n\r\t\0\a\b\f\v\\'\"";
        var index = Names.IndexOf(inner[at], StringComparison.Ordinal);
        if (index >= 0)
            text.Append(Values[index]);
        return index >= 0;
    }
}
