using System.Globalization;
using System.Text;

namespace FlowKernel.Notebook.Display;

/// <summary>Writes a place in the user's text: where it is, the line, and marks under it.</summary>
internal static class PlaceText
{
    /// <summary>Appends three lines, each begun by \n.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="excerpt">The line and what is marked in it.</param>
    /// <param name="marks">Colours.</param>
    /// <param name="label">What the line belongs to, such as <c>cell 3</c>, or null.</param>
    /// <param name="lineOffset">Added to the line number.</param>
    /// <param name="mark">The colour of the marks; null for that of errors.</param>
    public static void AppendTo(
        StringBuilder text, SourceExcerpt excerpt, AnsiMarks marks, string? label, int lineOffset = 0,
        string? mark = null)
    {
        var place = excerpt.Position with { Line = excerpt.Position.Line + lineOffset };
        var number = place.Line.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        text.Append("\n  ").Append(marks.Dim).Append("at ")
            .Append(label is null ? "" : label + ", ").Append(place).Append(marks.End)
            .Append("\n  ").Append(marks.Dim).Append(number).Append(" | ").Append(marks.End).Append(excerpt.Line)
            .Append("\n  ").Append(marks.Dim).Append(margin).Append(" | ").Append(marks.End)
            .Append(excerpt.Indent).Append(mark ?? marks.Error).Append(excerpt.Carets).Append(marks.End);
    }
}
