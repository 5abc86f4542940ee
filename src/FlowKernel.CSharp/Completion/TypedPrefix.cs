namespace FlowKernel.CSharp.Completion;

/// <summary>How well a name fits what was typed so far.</summary>
internal static class TypedPrefix
{
    /// <summary>The fit of a name that merely contains what was typed.</summary>
    public const int Within = 3;

    /// <summary>
    /// The things whose names fit, or else their <paramref name="otherName"/>, with how well, best first. Names that
    /// merely contain what was typed count only when none fits better.
    /// </summary>
    public static IReadOnlyList<(T Item, int Fit)> Fitting<T>(
        IEnumerable<T> items, Func<T, string> name, string typed, Func<T, string>? otherName = null)
    {
        var fitting = new List<(T Item, int Fit)>();
        foreach (var item in items)
        {
            var fit = Fit(name(item), typed);
            if (otherName is not null && (fit is null or Within))
                fit = Fit(otherName(item), typed) ?? fit;
            if (fit is { } well)
                fitting.Add((item, well));
        }

        if (fitting.Exists(f => f.Fit < Within))
            fitting.RemoveAll(f => f.Fit == Within);
        return [.. fitting.OrderBy(f => f.Fit)];
    }

    /// <summary>
    /// 0: begins with it; 1: begins with it but for case; 2: its words begin with pieces of it (<c>rl</c> or
    /// <c>ReLi</c> for <c>ReadLine</c>); 3: contains it but for case; null: does not fit.
    /// </summary>
    public static int? Fit(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : Humps(name, 0, typed) ? 2
        : name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? Within
        : null;

    // Each piece of what was typed begins a word; the first piece begins the first word.
    private static bool Humps(ReadOnlySpan<char> name, int word, ReadOnlySpan<char> typed)
    {
        var most = 0;
        while (most < typed.Length && word + most < name.Length && Same(name[word + most], typed[most]))
            most++;
        if (most == typed.Length)
            return true;
        for (var piece = most; piece > 0; piece--)
        {
            for (var next = NextWord(name, word + piece); next < name.Length; next = NextWord(name, next + 1))
            {
                if (Humps(name, next, typed[piece..]))
                    return true;
            }
        }

        return false;
    }

    private static int NextWord(ReadOnlySpan<char> name, int from)
    {
        while (from < name.Length && !StartsWord(name, from))
            from++;
        return from;
    }

    private static bool StartsWord(ReadOnlySpan<char> name, int at) =>
        (char.IsUpper(name[at]) && !(at > 0 && char.IsUpper(name[at - 1]) && !IsLower(name, at + 1)))
        || (at > 0 && name[at - 1] is '_' or '.' or '-')
        || (char.IsDigit(name[at]) && at > 0 && !char.IsDigit(name[at - 1]));

    private static bool IsLower(ReadOnlySpan<char> name, int at) => at < name.Length && char.IsLower(name[at]);

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
