using System.Globalization;
using FlowKernel.Results;
using FlowKernel.Serve.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>Writes the tables of Kusto's first version: <c>{"Tables":[…]}</c>.</summary>
internal sealed class TableWriter(JsonBody body)
{
    private int _count;

    /// <summary>Begins the answer.</summary>
    public void Begin()
    {
        body.Json.WriteStartObject();
        body.Json.WriteStartArray("Tables");
    }

    /// <summary>One table; its name is its number.</summary>
    public async Task TableAsync(KqlTable table)
    {
        body.Json.WriteStartObject();
        body.Json.WriteString("TableName", string.Create(CultureInfo.InvariantCulture, $"Table_{_count++}"));
        WriteColumns(table.Columns);
        body.Json.WriteStartArray("Rows");
        await RowsJson.WriteAsync(body, table, .., dynamicAsText: true);
        if (table.Cut is { } cut)
        {
            body.Json.WriteStartObject();
            WriteExceptions([cut]);
            body.Json.WriteEndObject();
        }

        body.Json.WriteEndArray();
        body.Json.WriteEndObject();
    }

    /// <summary>Ends the answer.</summary>
    public void End(IReadOnlyList<ResultCut> cuts)
    {
        body.Json.WriteEndArray();
        if (cuts.Count > 0)
            WriteExceptions(cuts);
        body.Json.WriteEndObject();
    }

    private void WriteColumns(IReadOnlyList<KqlColumn> columns)
    {
        body.Json.WriteStartArray("Columns");
        foreach (var column in columns)
        {
            body.Json.WriteStartObject();
            body.Json.WriteString("ColumnName", column.Name);
            body.Json.WriteString("DataType", column.Type.KustoDataType().Split('.')[^1]);
            body.Json.WriteString("ColumnType", column.Type.Name());
            body.Json.WriteEndObject();
        }

        body.Json.WriteEndArray();
    }

    private void WriteExceptions(IReadOnlyList<ResultCut> cuts)
    {
        body.Json.WriteStartArray("Exceptions");
        foreach (var cut in cuts)
            body.Json.WriteStringValue(CutText.Of(cut));
        body.Json.WriteEndArray();
    }
}
