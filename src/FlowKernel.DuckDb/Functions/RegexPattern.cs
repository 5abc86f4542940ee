using System.Text;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// KQL's regular expressions for RE2. In KQL the classes \d, \w and \s know all of Unicode, in RE2 only ASCII
/// (https://learn.microsoft.com/kusto/query/regex).
/// </summary>
internal static class RegexPattern
{
    private const string Word = @"\p{L}\p{M}\p{N}\p{Pc}";
    private const string Space = @"\s\x0b\x{85}\p{Z}";

    /// <summary>The pattern for RE2, or null where RE2 cannot say it, such as for word borders.</summary>
    public static string? ForRe2(string pattern)
    {
        var result = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                if (Escape(pattern[++i], inClass) is not { } escape)
                    return null;
                result.Append(escape);
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            result.Append(c);
        }

        return result.ToString();
    }

    private static string? Escape(char letter, bool inClass) => letter switch
    {
        'd' => @"\p{Nd}",
        'D' => @"\P{Nd}",
        'w' => inClass ? Word : $"[{Word}]",
        's' => inClass ? Space : $"[{Space}]",
        'W' when !inClass => $"[^{Word}]",
        'S' when !inClass => $"[^{Space}]",
        'W' or 'S' or 'b' or 'B' => null,
        _ => $"\\{letter}",
    };
}
