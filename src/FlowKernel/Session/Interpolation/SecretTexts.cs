using System.Text;
using System.Text.RegularExpressions;
using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>
/// Hides what logs and errors must not show of a query: obfuscated literals
/// (https://learn.microsoft.com/kusto/query/scalar-data-types/string#obfuscated-string-literals), and in addresses the
/// signatures, tokens and keys.
/// </summary>
public static partial class SecretTexts
{
    /// <summary>The text with a star for each character of a secret, so that all else stays in its place.</summary>
    public static string Hide(string kql)
    {
        if (!kql.Contains("://", StringComparison.Ordinal) && !kql.AsSpan().ContainsAny('h', 'H'))
            return kql;
        var text = new StringBuilder(kql);
        foreach (var (place, start, end, _) in KqlScan.Parts(kql))
        {
            if (place != KqlPlace.String)
                continue;
            if (IsObfuscated(kql, start))
                Cover(text, start, end - start);
            else
                CoverSecrets(text, kql[start..end], start);
        }

        return text.ToString();
    }

    /// <summary>The same of a text that is no KQL, such as a value.</summary>
    public static string HideInValue(string text)
    {
        var literal = KqlLiteral.Quote(text);
        var hidden = Hide(literal);
        return hidden == literal ? text : hidden[1..^1];
    }

    private static bool IsObfuscated(string kql, int start) =>
        start > 0 && kql[start - 1] is 'h' or 'H'
        && (start == 1 || !(char.IsLetterOrDigit(kql[start - 2]) || kql[start - 2] == '_'));

    private static void CoverSecrets(StringBuilder text, string literal, int start)
    {
        if (!literal.Contains("://", StringComparison.Ordinal))
            return;
        foreach (Match match in Secret().Matches(literal))
            Cover(text, start + match.Groups["secret"].Index, match.Groups["secret"].Length);
    }

    private static void Cover(StringBuilder text, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (text[i] is not ('"' or '\'' or '@' or '`' or '~' or '\r' or '\n'))
                text[i] = '*';
        }
    }

    // What follows a ; in an address names credentials; sig and the like sign it; JSON writes & as \u0026.
    [GeneratedRegex(
        """://[^\s"'/@:?#]*:(?<secret>[^\s"'/@?#]+)@|(?:(?:[?&]|\\u0026)(?:sig|token|key|code|secret|password|x-amz-signature|x-amz-security-token)=|://[^\s"';]*;)(?<secret>[^\s"'&]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
