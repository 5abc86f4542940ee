using System.Globalization;
using System.Net;
using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Reports;

/// <summary>
/// The data of a table as a file that the report carries in it: all rows up to a limit, not only those shown. JSON
/// inside a script element is data; System.Text.Json escapes what would end the element.
/// </summary>
internal static class TableData
{
    private const int MostRows = 50_000;
    private const int MostCharacters = 8_000_000;

    /// <summary>A button with the data; empty for a table without rows.</summary>
    public static string Write(KqlTable table, int number)
    {
        if (table.RowCount == 0)
            return "";
        var (csv, rows) = Csv(table);
        var count = rows == table.RowCount
            ? string.Create(CultureInfo.InvariantCulture, $"{rows:N0} {(rows == 1 ? "row" : "rows")}")
            : string.Create(CultureInfo.InvariantCulture, $"the first {rows:N0} of {table.RowCount:N0} rows");
        return $"<div class=\"csv\" hidden><button type=\"button\" data-do=\"csv\" data-file=\"table-{number}.csv\" "
            + "title=\"Exact values; a text that a spreadsheet would run as a formula has an apostrophe before it\">"
            + $"CSV, {WebUtility.HtmlEncode(count)}</button>"
            + $"<script type=\"application/json\">{JsonSerializer.Serialize(csv)}</script></div>\n";
    }

    private static (string Csv, int Rows) Csv(KqlTable table)
    {
        for (var rows = Math.Min(MostRows, table.RowCount); ; rows /= 2)
        {
            var csv = CsvText.WriteForSpreadsheets(table, rows);
            if (csv.Length <= MostCharacters || rows <= 1)
                return (csv, rows);
        }
    }
}
