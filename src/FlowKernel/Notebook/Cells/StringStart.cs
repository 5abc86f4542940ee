namespace FlowKernel.Notebook.Cells;

/// <summary>The opening of a C# string: <c>"</c>, <c>@"</c>, <c>$"</c>, <c>$@"</c>, <c>"""</c>, <c>$$"""</c>.</summary>
/// <param name="Length">Its characters.</param>
/// <param name="Quotes">How many quotes close the string: one, or three and more for raw strings.</param>
/// <param name="Braces">How many braces open a hole; none in a string without holes.</param>
/// <param name="Verbatim">True when a backslash means itself and lines may break.</param>
internal readonly record struct StringStart(int Length, int Quotes, int Braces, bool Verbatim)
{
    /// <summary>True for raw strings.</summary>
    public bool Raw => Quotes >= 3;

    /// <summary>True when the string may go on in the next line.</summary>
    public bool Multiline => Raw || Verbatim;

    /// <summary>What closes the string.</summary>
    public string End => new('"', Quotes);

    /// <summary>The opening at an offset, or null.</summary>
    public static StringStart? Read(string text, int at)
    {
        var quote = at;
        while (quote < text.Length && text[quote] is '$' or '@')
            quote++;
        var prefix = text.AsSpan(at, quote - at);
        var quotes = Count(text, quote, '"');
        if (quotes == 0)
            return null;
        // Two quotes are an empty string, three and more open a raw one.
        var verbatim = prefix.Contains('@');
        var closing = quotes >= 3 && !verbatim ? quotes : 1;
        return new StringStart(prefix.Length + closing, closing, prefix.Count('$'), verbatim);
    }

    /// <summary>True when two characters at an offset stand for one of the string's own.</summary>
    public bool Escapes(string text, int at) => text[at] switch
    {
        '\\' => !Multiline && at + 1 < text.Length && text[at + 1] is not ('\r' or '\n'),
        '"' => Verbatim && at + 1 < text.Length && text[at + 1] == '"',
        '{' => Braces > 0 && !Raw && at + 1 < text.Length && text[at + 1] == '{',
        _ => false,
    };

    /// <summary>True when a hole with code opens at an offset.</summary>
    public bool OpensHole(string text, int at) =>
        Braces > 0 && text[at] == '{' && !Escapes(text, at) && Count(text, at, '{') >= Braces;

    private static int Count(string text, int at, char what)
    {
        var end = at;
        while (end < text.Length && text[end] == what)
            end++;
        return end - at;
    }
}
