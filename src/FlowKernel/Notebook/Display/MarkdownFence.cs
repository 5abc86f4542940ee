using System.Text.RegularExpressions;

namespace FlowKernel.Notebook.Display;

/// <summary>Blocks of code in Markdown.</summary>
public static partial class MarkdownFence
{
    private const int Shortest = 3;

    /// <summary>
    /// A text as a block that nothing in it can end: its fence is longer than any run of backticks inside (CommonMark
    /// 0.31, 4.5).
    /// </summary>
    /// <param name="text">The text, shown as it is.</param>
    /// <param name="language">What it is written in, for colours.</param>
    public static string Around(string text, string language)
    {
        var longest = Backticks().Matches(text).Select(run => run.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(Shortest, longest + 1));
        return $"{fence}{language}\n{text}\n{fence}";
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
