namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// What Kusto's regular expressions know (https://learn.microsoft.com/kusto/query/regex) and the engines here read as
/// something else.
/// </summary>
internal static class RegexSyntax
{
    private static readonly string[] SetOperators = ["&&", "--", "~~"];

    /// <summary>The first part of a pattern that would be misread, in words; null when there is none.</summary>
    public static string? Unread(string pattern)
    {
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest is ['\\', var escaped, ..])
            {
                if (escaped is '<' or '>' || rest.StartsWith(@"\b{"))
                    return $"the border of a word '{(escaped == 'b' ? @"\b{…}" : rest[..2].ToString())}'";
                i++;
            }
            else if (inClass && Array.Find(SetOperators, o => pattern.AsSpan(i).StartsWith(o)) is { } found)
                return $"the set operator '{found}'";
            else if (inClass && rest is ['[', ':', ..] && rest.IndexOf(":]") is var end and > 0)
                i += end + 1;
            else if (inClass && rest[0] == '[')
                return "a class inside a class";
            else if (rest[0] == '[')
                (inClass, i) = (true, i + Opening(rest));
            else
                inClass &= rest[0] != ']';
        }

        return null;
    }

    // A bracket right at the start of a class is one of its characters.
    private static int Opening(ReadOnlySpan<char> rest) => rest switch
    {
        ['[', '^', ']', ..] => 2,
        ['[', '^', ..] or ['[', ']', ..] => 1,
        _ => 0,
    };
}
