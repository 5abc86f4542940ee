using System.Text.Json;
using FlowKernel.FlowLogs;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Serve.Http;
using FlowKernel.Serve.Requests;
using FlowKernel.Session;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>What a workspace has (https://learn.microsoft.com/rest/api/logsquery/metadata/post).</summary>
internal sealed class WorkspaceMetadata(ServedStore store)
{
    private static readonly string[] None =
        ["categories", "functions", "queries", "resources", "resourceTypes", "solutions", "applications"];

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        RequestIdentity.Of(context);
        await using var body = JsonBody.Of(context);
        var json = body.Json;
        json.WriteStartObject();
        json.WriteStartArray("tables");
        foreach (var table in store.Schema.Tables)
            WriteTable(json, table);
        json.WriteEndArray();
        WriteWorkspace(json, context.Request.RouteValues["workspace"] as string ?? "");
        foreach (var none in None)
        {
            json.WriteStartArray(none);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, TableSchema table)
    {
        json.WriteStartObject();
        json.WriteString("id", $"t/{table.Name}");
        json.WriteString("name", table.Name);
        json.WriteString("description", table.Description ?? "");
        if (table.Columns.Any(c => c.Name == TimeRange.TimeGenerated))
            json.WriteString("timespanColumn", TimeRange.TimeGenerated);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
            WriteColumn(json, column, table);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, KqlColumn column, TableSchema table)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type.Name());
        if (ColumnNotes.Find(column.Name, table.Name) is { } note)
            json.WriteString("description", note);
        json.WriteEndObject();
    }

    private void WriteWorkspace(Utf8JsonWriter json, string id)
    {
        json.WriteStartArray("workspaces");
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", store.Database);
        json.WriteString("region", "localhost");
        json.WriteString("resourceId", "");
        json.WriteStartObject("related");
        json.WriteStartArray("tables");
        foreach (var table in store.Schema.Tables)
            json.WriteStringValue($"t/{table.Name}");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
