using System.Text;
using FlowKernel.Text;

namespace FlowKernel.Directives;

/// <summary>A word of a directive line with its place; quotes around or inside it are taken off.</summary>
internal readonly record struct DirectiveWord(string Text, TextSpan Span, bool Unclosed);

/// <summary>Cuts a directive line into words: white space parts them, double quotes hold them together.</summary>
internal static class DirectiveWords
{
    /// <summary>
    /// The words from an offset of the line on. A backslash is an ordinary character, as in Windows paths.
    /// </summary>
    public static List<DirectiveWord> Of(string line, int start)
    {
        var words = new List<DirectiveWord>();
        for (var at = start; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }

            var word = Read(line, at);
            words.Add(word);
            at = word.Span.End;
        }

        return words;
    }

    private static DirectiveWord Read(string line, int start)
    {
        var text = new StringBuilder();
        var quoted = false;
        var at = start;
        for (; at < line.Length && (quoted || !char.IsWhiteSpace(line[at])); at++)
        {
            if (line[at] == '"')
                quoted = !quoted;
            else
                text.Append(line[at]);
        }

        return new DirectiveWord(text.ToString(), TextSpan.FromBounds(start, at), quoted);
    }
}
