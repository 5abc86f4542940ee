using System.Buffers;
using System.Text;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Results;

/// <summary>Tables as CSV (RFC 4180, lines end with \n): a header line, exact values, null as an empty field.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formulas = SearchValues.Create("=+-@\t\r");

    /// <summary>The whole table, every value as it is.</summary>
    public static string Write(KqlTable table) => Write(table, table.RowCount, Field);

    /// <summary>
    /// The first rows for people who will open them in a spreadsheet: a text that it would run as a formula gets an
    /// apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay as they are.
    /// </summary>
    public static string WriteForSpreadsheets(KqlTable table, int rows) =>
        Write(table, Math.Min(rows, table.RowCount), Guarded);

    private static string Write(KqlTable table, int rows, Func<object?, string> field)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Columns.Select(c => field(c.Name))).Append('\n');
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < table.Columns.Count; column++)
                text.Append(column == 0 ? "" : ",").Append(field(table[row, column]));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Guarded(object? value) =>
        value is string { Length: > 0 } text && Formulas.Contains(text[0]) ? Field("'" + text) : Field(value);

    private static string Field(object? value)
    {
        var text = ValueText.Exact(value);
        return text.AsSpan().ContainsAny(NeedQuotes)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
