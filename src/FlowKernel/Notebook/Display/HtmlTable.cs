using System.Net;
using System.Text;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>
/// Writes a table as HTML. Colours are inherited or half transparent, so that it reads on light and dark pages; the
/// <c>align</c> attribute is for sanitising viewers, which drop styles.
/// </summary>
internal sealed class HtmlTable(KqlTable table, TableDisplayOptions options)
{
    private const string TableStyle =
        "border-collapse:collapse;font-variant-numeric:tabular-nums;color:inherit;margin:0";

    private const string HeadStyle = "border-bottom:1px solid rgba(128,128,128,.6)";
    private const string FooterStyle = "opacity:.7;font-size:85%;padding:4px 0";
    private readonly StringBuilder _html = new();
    private readonly int _rows = Math.Min(table.RowCount, options.RowLimit);
    private readonly int _columns = Math.Min(table.Columns.Count, options.ColumnLimit);

    public string Write()
    {
        _html.Append("<div style=\"overflow-x:auto\"><table cellpadding=\"4\" style=\"")
            .Append(TableStyle).Append("\">\n");
        WriteHead();
        _html.Append("<tbody>\n");
        for (var row = 0; row < _rows; row++)
            WriteRow(row);
        _html.Append("</tbody></table>");
        WriteFooter();
        return _html.Append("</div>").ToString();
    }

    private void WriteHead()
    {
        _html.Append("<thead><tr style=\"").Append(HeadStyle).Append("\">");
        foreach (var column in table.Columns.Take(_columns))
        {
            _html.Append("<th title=\"").Append(column.Type.Name()).Append('"').Append(AlignOf(column)).Append('>')
                .Append(Encode(column.Name)).Append("</th>");
        }

        _html.Append("</tr></thead>\n");
    }

    private void WriteRow(int row)
    {
        _html.Append("<tr>");
        for (var c = 0; c < _columns; c++)
            WriteCell(table.Columns[c], table[row, c]);
        _html.Append("</tr>\n");
    }

    private void WriteCell(KqlColumn column, object? value)
    {
        var shown = ValueText.Readable(value, ValueUnits.Of(column));
        _html.Append("<td").Append(AlignOf(column));
        if (value is not (null or string or DynamicValue) && ValueText.Exact(value) is var exact && exact != shown)
            _html.Append(" title=\"").Append(Encode(exact)).Append('"');
        _html.Append('>');
        if (shown.Length > options.CellLimit)
            WriteFolded(shown);
        else
            _html.Append(Encode(shown));
        _html.Append("</td>");
    }

    private void WriteFolded(string text) =>
        _html.Append("<details><summary>").Append(Encode(PlainCells.Shorten(text, options.CellLimit)))
            .Append("</summary><span style=\"white-space:pre-wrap;overflow-wrap:anywhere\">").Append(Encode(text))
            .Append("</span></details>");

    private void WriteFooter()
    {
        var note = table.RowCount == 0 ? "no rows" : TableDisplay.LimitNote(table, _rows, _columns);
        if (TableDisplay.Footer(note, options.Footer) is { } footer)
            _html.Append("<div style=\"").Append(FooterStyle).Append("\">").Append(Encode(footer)).Append("</div>");
    }

    private static string AlignOf(KqlColumn column)
    {
        if (TableDisplay.IsRightAligned(column))
            return " align=\"right\" style=\"text-align:right;white-space:nowrap\"";
        return column.Type == KqlType.DateTime
            ? " style=\"text-align:left;white-space:nowrap\""
            : " style=\"text-align:left\"";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
