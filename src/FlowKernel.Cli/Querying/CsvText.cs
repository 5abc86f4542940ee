using System.Buffers;
using System.Text;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Cli.Querying;

/// <summary>Tables as CSV (RFC 4180, lines end with \n): a header line, exact values, null as an empty field.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static string Write(KqlTable table)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Columns.Select(c => Field(c.Name))).Append('\n');
        for (var row = 0; row < table.RowCount; row++)
        {
            for (var column = 0; column < table.Columns.Count; column++)
                text.Append(column == 0 ? "" : ",").Append(Field(ValueText.Exact(table[row, column])));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Field(string text) => text.AsSpan().ContainsAny(NeedQuotes)
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
