using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Notebook.Display;

/// <summary>Tables as a notebook and a terminal show them. Values are encoded: nothing in a cell is obeyed.</summary>
public static class TableDisplay
{
    /// <summary>Both forms, <c>text/html</c> and <c>text/plain</c>, with the whole table behind them.</summary>
    public static MimeBundle Bundle(KqlTable table, TableDisplayOptions? options = null) =>
        MimeBundle.Of((MimeTypes.Html, Html(table, options)), (MimeTypes.Plain, Text(table, options))) with
        {
            Table = table,
        };

    /// <summary>
    /// An HTML fragment: numbers to the right, bytes, counts, durations and times for reading with the exact value as
    /// the cell's title, long cells folded, limits stated under the table. Where scripts run it can be sorted by its
    /// headings and, from eight rows on, filtered; it needs nothing from outside and reads without scripts as well.
    /// </summary>
    public static string Html(KqlTable table, TableDisplayOptions? options = null) =>
        new HtmlTable(table, options ?? TableDisplayOptions.Default).Write();

    /// <summary>Aligned columns of exact values; line ends are \n, there is none at the end.</summary>
    public static string Text(KqlTable table, TableDisplayOptions? options = null) =>
        new PlainTable(table, options ?? TableDisplayOptions.Default).Write();

    /// <summary>True for columns whose values stand at the right.</summary>
    internal static bool IsRightAligned(KqlColumn column) =>
        column.Type.IsNumeric() || column.Type == KqlType.TimeSpan;

    /// <summary>What is not shown, such as <c>500 of 48,211 rows shown</c>; null when all is.</summary>
    internal static string? LimitNote(KqlTable table, int rowLimit, int columnLimit)
    {
        var culture = CultureInfo.InvariantCulture;
        var parts = new List<string>();
        if (table.RowCount > rowLimit)
            parts.Add(string.Create(culture, $"{rowLimit:N0} of {table.RowCount:N0} rows shown"));
        if (table.Columns.Count > columnLimit)
            parts.Add(string.Create(culture, $"{columnLimit} of {table.Columns.Count} columns shown"));
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>The lines under a table, joined; null when there is nothing to say.</summary>
    internal static string? Footer(string? note, string? footer) =>
        note is null ? footer : footer is null ? note : $"{note} · {footer}";
}
