using System.Text;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Which ends of a text must lie on the border of a term.</summary>
[Flags]
internal enum TermMatch
{
    /// <summary>The start: <c>hasprefix</c>.</summary>
    Prefix = 1,

    /// <summary>The end: <c>hassuffix</c>.</summary>
    Suffix = 2,

    /// <summary>Both: <c>has</c>.</summary>
    Whole = 3,
}

/// <summary>RE2 patterns that find a text at the borders of terms.</summary>
internal static class TermPattern
{
    /// <summary>The pattern; an end of the text that is no letter or digit is a border by itself.</summary>
    public static string Of(string text, TermMatch match)
    {
        var start = match.HasFlag(TermMatch.Prefix) && IsTermCharacter(text, 0) ? @"(?:^|[^\p{L}\p{N}])" : "";
        var end = match.HasFlag(TermMatch.Suffix) && IsTermCharacter(text, LastCharacter(text))
            ? @"(?:$|[^\p{L}\p{N}])"
            : "";
        return start + Escape(text) + end;
    }

    /// <summary>A text as a pattern that matches just it.</summary>
    public static string Escape(string text)
    {
        var pattern = new StringBuilder();
        foreach (var c in text)
        {
            if (c < 128 && !char.IsAsciiLetterOrDigit(c) && c != '_')
                pattern.Append('\\');
            pattern.Append(c);
        }

        return pattern.ToString();
    }

    /// <summary>True when the character at an index is a letter or digit.</summary>
    public static bool IsTermCharacter(string text, int index) =>
        char.IsLetterOrDigit(text, index) || char.IsNumber(text, index);

    /// <summary>The index at which the last character starts.</summary>
    public static int LastCharacter(string text) =>
        text.Length > 1 && char.IsLowSurrogate(text[^1]) && char.IsHighSurrogate(text[^2])
            ? text.Length - 2
            : text.Length - 1;
}
