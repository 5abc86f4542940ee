namespace FlowKernel.Session;

/// <summary>What surrounds a place in a KQL text.</summary>
public enum KqlPlace
{
    /// <summary>Operators, names, values.</summary>
    Code,

    /// <summary>A string that is still open.</summary>
    String,

    /// <summary>A comment.</summary>
    Comment,
}

/// <summary>Reads KQL as far as needed to tell code from strings and comments.</summary>
public static class KqlScan
{
    /// <summary>Where a text ends: in code, in a string or in a comment.</summary>
    public static KqlPlace PlaceAfter(string kql)
    {
        var last = KqlPlace.Code;
        foreach (var (place, _, _, open) in Parts(kql))
            last = open ? place : KqlPlace.Code;
        return last;
    }

    /// <summary>The names and keywords of a text: its words outside strings and comments.</summary>
    public static IEnumerable<string> Words(string kql) => Parts(kql)
        .Where(p => p.Place == KqlPlace.Code)
        .SelectMany(p => WordsOf(kql[p.Start..p.End]));

    /// <summary>The text cut into code, strings and comments, in order.</summary>
    public static IEnumerable<(KqlPlace Place, int Start, int End, bool Open)> Parts(string kql)
    {
        var start = 0;
        for (var at = 0; at < kql.Length;)
        {
            var (place, end, open) = PartAt(kql, at);
            if (place == KqlPlace.Code)
            {
                at++;
                continue;
            }

            if (at > start)
                yield return (KqlPlace.Code, start, at, true);
            yield return (place, at, end, open);
            start = at = end;
        }

        if (start < kql.Length)
            yield return (KqlPlace.Code, start, kql.Length, true);
    }

    private static (KqlPlace Place, int End, bool Open) PartAt(string kql, int at)
    {
        if (Is(kql, at, "//"))
            return Comment(kql, at);
        if (Is(kql, at, "```") || Is(kql, at, "~~~"))
            return Until(kql, at + 3, kql.Substring(at, 3));
        if (kql[at] == '@' && at + 1 < kql.Length && kql[at + 1] is '"' or '\'')
            return Verbatim(kql, at + 2, kql[at + 1]);
        return kql[at] is '"' or '\'' ? Ordinary(kql, at + 1, kql[at]) : (KqlPlace.Code, at, true);
    }

    private static (KqlPlace, int, bool) Comment(string kql, int at)
    {
        var end = kql.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? (KqlPlace.Comment, kql.Length, true) : (KqlPlace.Comment, at + end, false);
    }

    private static (KqlPlace, int, bool) Until(string kql, int from, string close)
    {
        var end = kql.IndexOf(close, from, StringComparison.Ordinal);
        return end < 0 ? (KqlPlace.String, kql.Length, true) : (KqlPlace.String, end + close.Length, false);
    }

    private static (KqlPlace, int, bool) Verbatim(string kql, int at, char quote)
    {
        for (; at < kql.Length; at++)
        {
            if (kql[at] != quote)
                continue;
            if (at + 1 == kql.Length || kql[at + 1] != quote)
                return (KqlPlace.String, at + 1, false);
            at++;
        }

        return (KqlPlace.String, kql.Length, true);
    }

    // A string that is not closed on its line ends there.
    private static (KqlPlace, int, bool) Ordinary(string kql, int at, char quote)
    {
        for (; at < kql.Length && kql[at] is not ('\r' or '\n'); at += kql[at] == '\\' ? 2 : 1)
        {
            if (kql[at] == quote)
                return (KqlPlace.String, at + 1, false);
        }

        return (KqlPlace.String, Math.Min(at, kql.Length), at >= kql.Length);
    }

    private static IEnumerable<string> WordsOf(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            var start = at;
            while (at < code.Length && (char.IsLetterOrDigit(code[at]) || code[at] == '_'))
                at++;
            if (at > start)
                yield return code[start..at];
        }
    }

    private static bool Is(string kql, int at, string what) =>
        string.CompareOrdinal(kql, at, what, 0, what.Length) == 0;
}
