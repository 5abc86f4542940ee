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
    private const int MostShown = 5;

    /// <summary>
    /// The text of diagnostics with an empty line between two; line ends are \n, there is none at the end.
    /// </summary>
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
        return string.Join("\n\n", diagnostics.Select(d => Render(d, source, marks, label, lineOffset)));
    }

    /// <summary>
    /// The text of the first few diagnostics and how many more there are: one mistake often causes others further down.
    /// </summary>
    /// <param name="diagnostics">What to tell.</param>
    /// <param name="source">The text that their spans are offsets into.</param>
    /// <param name="ansi">True for terminal colours (ECMA-48).</param>
    public static string RenderFirst(IReadOnlyList<Diagnostic> diagnostics, SourceText source, bool ansi = false)
    {
        var text = Render([.. diagnostics.Take(MostShown)], source, ansi);
        var rest = diagnostics.Count - MostShown;
        return rest > 0 ? FormattableString.Invariant($"{text}\n\nand {rest} more") : text;
    }

    private static string Render(
        Diagnostic diagnostic, SourceText source, AnsiMarks marks, string? label, int lineOffset)
    {
        var mark = marks.Of(diagnostic.Severity);
        var text = new StringBuilder()
            .Append(mark).Append(WordOf(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(marks.End)
            .Append(": ").Append(marks.Bold).Append(PlainCells.Harmless(diagnostic.Message)).Append(marks.End);
        if (diagnostic.File is { } file)
            PlaceText.AppendTo(text, new SourceExcerpt(file.Text, diagnostic.Span), marks, file.Path, 0, mark);
        else if (HasPlace(diagnostic, source))
            PlaceText.AppendTo(text, new SourceExcerpt(source, diagnostic.Span), marks, label, lineOffset, mark);
        else if (label is not null)
            text.Append("\n  in ").Append(label);
        if (diagnostic.Hint is { } hint)
            text.Append("\n  ").Append(PlainCells.Harmless(hint));
        return text.ToString();
    }

    private static bool HasPlace(Diagnostic diagnostic, SourceText source) =>
        diagnostic.Span != default && source.Content.Length > 0;

    private static string WordOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
