using System.Globalization;
using System.Text;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Display;

/// <summary>
/// Diagnostics as people read them: code and sentence, the user's own line with the place marked under it, and the way
/// out. <code>
/// error KS142: The name 'DestIpp' does not refer to any known column.
///   at cell 3, line 2, column 9
///   2 | | where DestIpp == "10.1.1.8"
///     |         ^^^^^^^
///   Did you mean DestIp?
/// </code>
/// </summary>
public static class DiagnosticText
{
    /// <summary>The text of diagnostics, one after the other; line ends are \n, there is none at the end.</summary>
    /// <param name="diagnostics">What to tell.</param>
    /// <param name="source">The text that their spans are offsets into.</param>
    /// <param name="ansi">True for terminal colours (ECMA-48).</param>
    /// <param name="label">Where the text comes from, such as <c>cell 3</c> or a file name, or null.</param>
    /// <param name="lineOffset">Lines before the text in what the label names; added to each line number.</param>
    public static string Render(
        IReadOnlyList<Diagnostic> diagnostics, SourceText source, bool ansi = false, string? label = null,
        int lineOffset = 0)
    {
        var marks = ansi ? AnsiMarks.Colours : AnsiMarks.None;
        return string.Join('\n', diagnostics.Select(d => Render(d, source, marks, label, lineOffset)));
    }

    private static string Render(
        Diagnostic diagnostic, SourceText source, AnsiMarks marks, string? label, int lineOffset)
    {
        var mark = marks.Of(diagnostic.Severity);
        var text = new StringBuilder()
            .Append(mark).Append(WordOf(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(marks.End)
            .Append(": ").Append(marks.Bold).Append(PlainCells.Harmless(diagnostic.Message)).Append(marks.End);
        if (diagnostic.File is { } file)
            AppendPlace(text, new SourceExcerpt(file.Text, diagnostic.Span), marks, mark, file.Path, 0);
        else if (HasPlace(diagnostic, source))
            AppendPlace(text, new SourceExcerpt(source, diagnostic.Span), marks, mark, label, lineOffset);
        else if (label is not null)
            text.Append("\n  in ").Append(label);
        if (diagnostic.Hint is { } hint)
            text.Append("\n  ").Append(PlainCells.Harmless(hint));
        return text.ToString();
    }

    private static bool HasPlace(Diagnostic diagnostic, SourceText source) =>
        diagnostic.Span != default && source.Content.Length > 0;

    private static void AppendPlace(
        StringBuilder text, SourceExcerpt excerpt, AnsiMarks marks, string mark, string? label, int lineOffset)
    {
        var place = excerpt.Position with { Line = excerpt.Position.Line + lineOffset };
        var number = place.Line.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        text.Append(marks.Dim)
            .Append("\n  at ").Append(label is null ? "" : label + ", ").Append(place).Append(marks.End)
            .Append("\n  ").Append(marks.Dim).Append(number).Append(" | ").Append(marks.End).Append(excerpt.Line)
            .Append("\n  ").Append(marks.Dim).Append(margin).Append(" | ").Append(marks.End)
            .Append(excerpt.Indent).Append(mark).Append(excerpt.Carets).Append(marks.End);
    }

    private static string WordOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
