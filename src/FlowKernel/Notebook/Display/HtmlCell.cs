using System.Text;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>
/// Writes the cells of one column: for reading, with the exact text where <see cref="TableMarks"/> says.
/// </summary>
internal sealed class HtmlCell
{
    // Style sheets such as classic Notebook's make blocks of summaries, which takes away the mark that they open.
    private const string SummaryStyle = "display:list-item;cursor:pointer";

    // A long value must not push the rest of its row out of sight.
    private const string FoldedStyle =
        "white-space:pre-wrap;overflow-wrap:anywhere;text-align:left;max-height:24em;overflow-y:auto";

    private readonly StringBuilder _html;
    private readonly ValueUnit _unit;
    private readonly string _align;
    private readonly int _limit;

    public HtmlCell(StringBuilder html, KqlColumn column, int limit)
    {
        _html = html;
        _unit = ValueUnits.Of(column);
        _align = AlignOf(column);
        _limit = limit;
    }

    /// <summary>The attributes that align a column.</summary>
    public static string AlignOf(KqlColumn column)
    {
        if (TableDisplay.IsRightAligned(column))
            return " align=\"right\" style=\"text-align:right;white-space:nowrap\"";
        return column.Type is KqlType.DateTime or KqlType.Guid
            ? " style=\"text-align:left;white-space:nowrap\""
            : " style=\"text-align:left\"";
    }

    public void Write(object? value)
    {
        _html.Append("<td").Append(_align);
        if (value is null)
            _html.Append($" {TableMarks.Null}=\"\"><i style=\"opacity:.5\">null</i>");
        else if (value is DynamicValue json)
            WriteDynamic(json);
        else if (value is string text)
            WriteText(text, text);
        else
            WriteTyped(value);
        _html.Append("</td>");
    }

    private void WriteTyped(object value)
    {
        var shown = ValueText.Readable(value, _unit);
        if (ValueText.Exact(value) is var exact && exact != shown)
            _html.Append(" title=\"").Append(HtmlText.Encode(exact)).Append('"');
        _html.Append('>').Append(HtmlText.Encode(shown));
    }

    private void WriteDynamic(DynamicValue json)
    {
        var compact = ValueText.Exact(json);
        WriteText(compact, compact.Length > _limit ? ValueText.Pretty(json) : compact);
    }

    private void WriteText(string text, string unfolded)
    {
        var visible = HtmlText.Visible(unfolded);
        if (visible != unfolded)
            _html.Append($" {TableMarks.Exact}=\"{HtmlText.Encode(text)}\"");
        _html.Append('>');
        if (text.Length > _limit || text.Contains('\n', StringComparison.Ordinal))
            WriteFolded(text, visible);
        else
            _html.Append(HtmlText.Encode(visible));
    }

    private void WriteFolded(string text, string unfolded) =>
        _html.Append($"<details><summary style=\"{SummaryStyle}\">")
            .Append(HtmlText.Encode(PlainCells.Shorten(PlainCells.Harmless(text), _limit)))
            .Append($"</summary><div style=\"{FoldedStyle}\">").Append(HtmlText.Encode(unfolded))
            .Append("</div></details>");
}
