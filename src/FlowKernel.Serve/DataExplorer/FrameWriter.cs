using System.Text.Json;
using FlowKernel.Results;
using FlowKernel.Serve.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>Writes frames, each on a line of its own, so that clients can read them one by one.</summary>
internal sealed class FrameWriter(JsonBody body, FrameLayout layout, RequestIdentity identity)
{
    private const int FragmentRows = 10_000;
    private bool _hasBegun;

    private Utf8JsonWriter Json => body.Json;

    /// <summary>The first frame.</summary>
    public void Header()
    {
        Begin("DataSetHeader");
        Json.WriteBoolean("IsProgressive", layout.IsProgressive);
        Json.WriteString("Version", "v2.0");
        Json.WriteBoolean("IsFragmented", layout.IsFragmented);
        Json.WriteString("ErrorReportingPlacement", layout.Errors switch
        {
            ErrorPlacement.EndOfTable => "EndOfTable",
            ErrorPlacement.EndOfDataSet => "EndOfDataset",
            _ => "InData",
        });
        Json.WriteEndObject();
    }

    /// <summary>A result of the query, as the layout says.</summary>
    public async Task PrimaryAsync(int id, KqlTable table)
    {
        if (layout.IsFragmented)
            await FragmentsAsync(id, table);
        else
            await TableAsync(id, "PrimaryResult", table);
    }

    /// <summary>A table in one frame.</summary>
    public async Task TableAsync(int id, string kind, KqlTable table)
    {
        BeginTable("DataTable", id, kind, table);
        Json.WriteStartArray("Rows");
        await RowsJson.WriteAsync(body, table, .., dynamicAsText: false);
        if (layout.Errors == ErrorPlacement.InData)
            WriteCutAsRow(table.Cut);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    /// <summary>The last frame.</summary>
    public void Completion(IReadOnlyList<ResultCut> cuts)
    {
        BeginCompletion(hasErrors: cuts.Count > 0, isCancelled: false);
        if (cuts.Count > 0)
            WriteErrors(cuts);
        End();
    }

    /// <summary>The last frame of a query that somebody cancelled.</summary>
    public void Cancelled(Problem problem)
    {
        BeginCompletion(hasErrors: true, isCancelled: true);
        Json.WriteStartArray("OneApiErrors");
        Json.WriteStartObject();
        Json.WritePropertyName("error");
        OneApiError.Write(Json, problem, identity);
        Json.WriteEndObject();
        Json.WriteEndArray();
        End();
    }

    private async Task FragmentsAsync(int id, KqlTable table)
    {
        BeginTable("TableHeader", id, "PrimaryResult", table);
        Json.WriteEndObject();
        for (var row = 0; row < table.RowCount; row += FragmentRows)
        {
            var end = Math.Min(row + FragmentRows, table.RowCount);
            await FragmentAsync(id, table, row..end);
            if (layout.IsProgressive)
                Progress(id, 100.0 * end / table.RowCount);
        }

        Begin("TableCompletion");
        Json.WriteNumber("TableId", id);
        Json.WriteNumber("RowCount", table.RowCount);
        if (table.Cut is { } cut && layout.Errors == ErrorPlacement.EndOfTable)
            WriteErrors([cut]);
        Json.WriteEndObject();
    }

    private async Task FragmentAsync(int id, KqlTable table, Range rows)
    {
        Begin("TableFragment");
        Json.WriteNumber("TableId", id);
        Json.WriteNumber("FieldCount", table.Columns.Count);
        Json.WriteString("TableFragmentType", "DataAppend");
        Json.WriteStartArray("Rows");
        await RowsJson.WriteAsync(body, table, rows, dynamicAsText: false);
        if (layout.Errors == ErrorPlacement.InData && rows.End.Value == table.RowCount)
            WriteCutAsRow(table.Cut);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    private void Progress(int id, double percent)
    {
        Begin("TableProgress");
        Json.WriteNumber("TableId", id);
        Json.WriteNumber("TableProgress", percent);
        Json.WriteEndObject();
    }

    private void BeginTable(string frame, int id, string kind, KqlTable table)
    {
        Begin(frame);
        Json.WriteNumber("TableId", id);
        Json.WriteString("TableKind", kind);
        Json.WriteString("TableName", table.Name);
        Json.WriteStartArray("Columns");
        foreach (var column in table.Columns)
        {
            Json.WriteStartObject();
            Json.WriteString("ColumnName", column.Name);
            Json.WriteString("ColumnType", column.Type.Name());
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    private void BeginCompletion(bool hasErrors, bool isCancelled)
    {
        Begin("DataSetCompletion");
        Json.WriteBoolean("HasErrors", hasErrors);
        Json.WriteBoolean("Cancelled", isCancelled);
    }

    private void WriteCutAsRow(ResultCut? cut)
    {
        if (cut is null)
            return;
        Json.WriteStartObject();
        WriteErrors([cut]);
        Json.WriteEndObject();
    }

    private void WriteErrors(IReadOnlyList<ResultCut> cuts)
    {
        Json.WriteStartArray("OneApiErrors");
        foreach (var cut in cuts)
            OneApiError.WriteCut(Json, cut, identity);
        Json.WriteEndArray();
    }

    private void Begin(string frame)
    {
        body.Between(_hasBegun ? "\n,"u8 : "["u8);
        _hasBegun = true;
        Json.WriteStartObject();
        Json.WriteString("FrameType", frame);
    }

    private void End()
    {
        Json.WriteEndObject();
        body.Between("\n]\n"u8);
    }
}
