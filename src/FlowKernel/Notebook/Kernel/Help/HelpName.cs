using System.Text.RegularExpressions;
using FlowKernel.Notebook.Cells;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>A name that help is asked on while it is being written, and where it stands in the cell.</summary>
/// <param name="Typed">The name as far as the cursor.</param>
/// <param name="Whole">The place of all of it.</param>
internal sealed partial record HelpName(string Typed, TextSpan Whole)
{
    /// <summary>The name at an offset of a question such as <c>?summ</c>; null in other cells.</summary>
    public static HelpName? InQuestion(string cell, int offset) => Find(Question().Match(cell), cell, 0, offset);

    /// <summary>The name at an offset of a line such as <c>#!flowlogs help summ</c>; null in others.</summary>
    public static HelpName? InDirective(TextSlice line, int offset) =>
        Find(Directive().Match(line.Text), line.Text, line.Start, offset - line.Start);

    private static HelpName? Find(Match match, string text, int start, int offset)
    {
        var name = match.Groups["name"];
        if (!match.Success || offset < name.Index)
            return null;
        var typed = text[name.Index..Math.Min(offset, text.Length)];
        return new HelpName(typed, new TextSpan(start + name.Index, Math.Max(name.Length, typed.Length)));
    }

    [GeneratedRegex(@"\A\s*\?{1,2}[ \t]*(?<name>[^\s?;]*(?:[ \t]+[^\s;]+)*)[\s;]*\z")]
    private static partial Regex Question();

    [GeneratedRegex(@"\A#!(?:flowlogs|kql)[ \t]+help[ \t]+(?<name>\S*(?:[ \t]+\S+)*)\s*\z")]
    private static partial Regex Directive();
}
