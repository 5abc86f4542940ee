using System.Text.Json;
using FlowKernel.Azure.Results;
using FlowKernel.Results;

namespace FlowKernel.Azure.LogAnalytics;

/// <summary>
/// Reads an answer of Log Analytics (https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format): its tables, and
/// the error beside them where it is not all.
/// </summary>
internal static class TablesReader
{
    /// <summary>
    /// The answer. Throws <see cref="IOException"/>, <see cref="JsonException"/> for one that is none.
    /// </summary>
    public static async Task<ServiceAnswer> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var answer = await JsonDocument.ParseAsync(content, default, cancellation);
        var tables = answer.RootElement.GetProperty("tables").EnumerateArray().Select(Table).ToList();
        return new ServiceAnswer(tables, [], Errors(answer.RootElement));
    }

    private static KqlTable Table(JsonElement table)
    {
        var rows = new RowsReader(
            table.GetProperty("name").GetString() ?? "",
            ColumnsReader.Read(table.GetProperty("columns"), "name", "type"), dynamicAsText: true);
        rows.Add(table.GetProperty("rows"));
        return rows.ToTable();
    }

    private static IReadOnlyList<ServiceError> Errors(JsonElement answer) =>
        answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            ? [ServiceError.Read(error)]
            : [];
}
