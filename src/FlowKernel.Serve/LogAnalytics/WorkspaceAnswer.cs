using System.Text.Json;
using FlowKernel.Results;
using FlowKernel.Serve.Http;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>
/// A result as Log Analytics tells it (https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format).
/// </summary>
internal static class WorkspaceAnswer
{
    public static async Task WriteAsync(HttpContext context, QueryResult result, Preferences preferences)
    {
        await using var body = JsonBody.Of(context);
        body.Json.WriteStartObject();
        body.Json.WriteStartArray("tables");
        foreach (var table in result.Tables)
            await WriteTableAsync(body, table);
        body.Json.WriteEndArray();
        if (preferences.IncludesStatistics)
            WriteStatistics(body.Json, result);
        if (preferences.IncludesRender)
            WriteRender(body.Json, result.Render);
        if (result.Tables.Select(t => t.Cut).OfType<ResultCut>().FirstOrDefault() is { } cut)
        {
            body.Json.WritePropertyName("error");
            LogAnalyticsError.WriteCut(body.Json, cut);
        }

        body.Json.WriteEndObject();
    }

    private static async Task WriteTableAsync(JsonBody body, KqlTable table)
    {
        body.Json.WriteStartObject();
        body.Json.WriteString("name", table.Name);
        body.Json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            body.Json.WriteStartObject();
            body.Json.WriteString("name", column.Name);
            body.Json.WriteString("type", column.Type.Name());
            body.Json.WriteEndObject();
        }

        body.Json.WriteEndArray();
        body.Json.WriteStartArray("rows");
        await RowsJson.WriteAsync(body, table, .., dynamicAsText: true);
        body.Json.WriteEndArray();
        body.Json.WriteEndObject();
    }

    private static void WriteStatistics(Utf8JsonWriter json, QueryResult result)
    {
        json.WritePropertyName("statistics");
        JsonSerializer.Serialize(json, new
        {
            query = new
            {
                executionTime = result.Statistics.Elapsed.TotalSeconds,
                datasetStatistics = result.Tables.Select(t => new { tableRowCount = t.RowCount }),
            },
        });
    }

    private static void WriteRender(Utf8JsonWriter json, RenderProperties? render)
    {
        json.WritePropertyName("render");
        JsonSerializer.Serialize(json, new
        {
            visualization = render?.Visualization,
            title = render?.Title,
            accumulate = render?.Accumulate ?? false,
            isQuerySorted = false,
            kind = render?.Kind,
            legend = render?.Legend,
            series = render?.Series,
            xColumn = render?.XColumn,
            yColumns = render?.YColumns,
            xTitle = render?.XTitle,
            yTitle = render?.YTitle,
            xAxis = render?.XAxis,
            yAxis = render?.YAxis,
            ySplit = render?.YSplit,
            anomalyColumns = render?.AnomalyColumns,
            yMin = render?.YMin,
            yMax = render?.YMax,
            xMin = render?.XMin,
            xMax = render?.XMax,
        });
    }
}
