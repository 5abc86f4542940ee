using System.Globalization;
using System.Text;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>
/// Writes a table as HTML. Colours are inherited or half transparent, so that it reads on light and dark pages; the
/// <c>align</c> attribute is for sanitising viewers, which drop styles. See <see cref="TableMarks"/> for what scripts
/// find in it.
/// </summary>
internal sealed class HtmlTable(KqlTable table, TableDisplayOptions options)
{
    private const int LeastRowsToSort = 2;
    private const int LeastRowsToFilter = 8;

    private const string TableStyle =
        "border-collapse:collapse;font-variant-numeric:tabular-nums;color:inherit;margin:0";

    private const string HeadStyle = "border-bottom:1px solid rgba(128,128,128,.6)";
    private const string FooterStyle = "opacity:.7;font-size:85%;padding:4px 0";
    private readonly StringBuilder _html = new();
    private readonly int _rows = Math.Min(table.RowCount, options.RowLimit);
    private readonly int _columns = Math.Min(table.Columns.Count, options.ColumnLimit);

    private bool CanSort => options.Interactive && _rows >= LeastRowsToSort;

    private bool CanFilter => CanSort && _rows >= LeastRowsToFilter;

    public string Write()
    {
        WriteStart();
        WriteHead();
        WriteBody();
        _html.Append("</table></div>");
        WriteFooter();
        if (CanSort)
            _html.Append($"<script>{(CanFilter ? TableScript.SortAndFilter : TableScript.Sort)}</script>");
        return _html.Append("</div>").ToString();
    }

    private void WriteStart()
    {
        _html.Append(CultureInfo.InvariantCulture, $"<div class=\"{TableMarks.Root} {HtmlText.NoMathematics}\" ")
            .Append(CultureInfo.InvariantCulture, $"{TableMarks.Rows}=\"{table.RowCount}\"");
        if (CanSort)
            _html.Append($" {TableMarks.Script}=\"{(CanFilter ? "sort filter" : "sort")}\"");
        _html.Append($"><div style=\"overflow-x:auto\"><table cellpadding=\"4\" style=\"{TableStyle}\">\n");
    }

    private void WriteHead()
    {
        _html.Append("<thead><tr style=\"").Append(HeadStyle).Append("\">");
        foreach (var column in table.Columns.Take(_columns))
        {
            var type = column.Type.Name();
            var utc = column.Type == KqlType.DateTime ? ", UTC" : "";
            _html.Append($"<th scope=\"col\" title=\"{type}{utc}\" {TableMarks.Type}=\"{type}\"")
                .Append(TableDisplay.IsRightAligned(column) ? "" : " align=\"left\"")
                .Append(HtmlCell.AlignOf(column)).Append('>')
                .Append(HtmlText.Encode(HtmlText.Visible(column.Name))).Append("</th>");
        }

        _html.Append("</tr></thead>\n");
    }

    private void WriteBody()
    {
        _html.Append("<tbody>\n");
        var cells = table.Columns.Take(_columns).Select(c => new HtmlCell(_html, c, options.CellLimit)).ToArray();
        for (var row = 0; row < _rows; row++)
        {
            _html.Append("<tr>");
            for (var c = 0; c < _columns; c++)
                cells[c].Write(table[row, c]);
            _html.Append("</tr>\n");
        }

        _html.Append("</tbody>");
    }

    private void WriteFooter()
    {
        var note = table.RowCount == 0 ? "no rows" : TableDisplay.LimitNote(table, _rows, _columns);
        if (TableDisplay.Footer(note, options.Footer) is { } footer)
            _html.Append($"<div style=\"{FooterStyle}\">").Append(HtmlText.Encode(footer)).Append("</div>");
    }
}
