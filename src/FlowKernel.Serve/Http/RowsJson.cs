using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Serve.Http;

/// <summary>Writes rows of a table, a portion at a time.</summary>
internal static class RowsJson
{
    /// <summary>Writes rows as arrays into an array that the caller has begun.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">Which of its rows.</param>
    /// <param name="dynamicAsText">
    /// True where a dynamic value is a text that holds JSON, false where it is nested JSON.
    /// </param>
    public static async ValueTask WriteAsync(JsonBody body, KqlTable table, Range rows, bool dynamicAsText)
    {
        var (start, count) = rows.GetOffsetAndLength(table.RowCount);
        for (var row = start; row < start + count; row++)
        {
            WriteRow(body.Json, table, row, dynamicAsText);
            await body.PaceAsync();
        }
    }

    private static void WriteRow(Utf8JsonWriter json, KqlTable table, int row, bool dynamicAsText)
    {
        json.WriteStartArray();
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (dynamicAsText && table[row, column] is DynamicValue value)
                json.WriteStringValue(value.Json);
            else
                ResultJson.WriteValue(json, table[row, column]);
        }

        json.WriteEndArray();
    }
}
