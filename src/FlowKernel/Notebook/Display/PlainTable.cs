using System.Text;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>Writes a table as aligned columns.</summary>
internal sealed class PlainTable(KqlTable table, TableDisplayOptions options)
{
    private const string Gap = "  ";
    private readonly int _rows = Math.Min(table.RowCount, options.PlainRowLimit);
    private readonly int _columns = Math.Min(table.Columns.Count, options.ColumnLimit);

    public string Write()
    {
        var cells = Enumerable.Range(0, _columns).Select(CellsOf).ToArray();
        var right = table.Columns.Take(_columns).Select(TableDisplay.IsRightAligned).ToArray();
        var widths = cells.Select(column => column.Max(PlainCells.WidthOf)).ToArray();
        var text = new StringBuilder();
        for (var line = 0; line <= _rows; line++)
        {
            AppendLine(text, c => PlainCells.Pad(cells[c][line], widths[c], right[c]));
            if (line == 0)
                AppendLine(text, c => new string('-', widths[c]));
        }

        return AppendFooter(text).ToString();
    }

    /// <summary>A column's heading, then its shown values.</summary>
    private string[] CellsOf(int column) =>
    [
        Cell(table.Columns[column].Name),
        .. Enumerable.Range(0, _rows).Select(row => Cell(TextOf(table[row, column]))),
    ];

    private static string TextOf(object? value) => value is null ? "null" : ValueText.Brief(value);

    private string Cell(string value) => PlainCells.Shorten(PlainCells.Harmless(value), options.CellLimit);

    private void AppendLine(StringBuilder text, Func<int, string> cell)
    {
        var line = string.Join(Gap, Enumerable.Range(0, _columns).Select(cell)).TrimEnd();
        text.Append(line).Append('\n');
    }

    private StringBuilder AppendFooter(StringBuilder text)
    {
        var note = table.RowCount == 0 ? "no rows" : TableDisplay.LimitNote(table, _rows, _columns);
        if (TableDisplay.Footer(note, options.PlainFooter ?? options.Footer) is { } footer)
            text.Append(footer);
        else
            text.Length--;
        return text;
    }
}
