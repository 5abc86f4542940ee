using System.Text;

namespace FlowKernel.Serve.DataExplorer.Commands;

/// <summary>The words of a management command; quotes and brackets around a name are not part of it.</summary>
internal static class CommandWords
{
    private const string With = "with";
    private const string IfLaterThan = "if_later_than";

    /// <summary>
    /// The words, without what clients add to say how much they want: <c>with (…)</c> at the end, and
    /// <c>if_later_than "v1.0"</c>; all is always shown.
    /// </summary>
    public static IReadOnlyList<string> Of(string command)
    {
        var words = new List<string>();
        var at = 0;
        while (Next(command, ref at) is { } word)
            words.Add(word);
        if (Find(words, IfLaterThan) is var version and >= 0)
            words.RemoveRange(version, Math.Min(2, words.Count - version));
        return Find(words, With) is var end and >= 0 ? words[..end] : words;
    }

    private static int Find(List<string> words, string word) =>
        words.FindIndex(w => string.Equals(w, word, StringComparison.OrdinalIgnoreCase));

    private static string? Next(string text, ref int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ',' or ';'))
            at++;
        if (at == text.Length)
            return null;
        return text[at] switch
        {
            '\'' or '"' => Quoted(text, ref at),
            '[' when at + 1 < text.Length && text[at + 1] is '\'' or '"' => Bracketed(text, ref at),
            '(' or ')' or '|' => text[at++].ToString(),
            _ => Bare(text, ref at),
        };
    }

    private static string Bracketed(string text, ref int at)
    {
        at++;
        var name = Quoted(text, ref at);
        if (at < text.Length && text[at] == ']')
            at++;
        return name;
    }

    private static string Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var word = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            word.Append(text[at++]);
        }

        at++;
        return word.ToString();
    }

    private static string Bare(string text, ref int at)
    {
        var start = at++;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ';' or '(' or ')' or '|'))
            at++;
        return text[start..at];
    }
}
