using System.Text.Json;
using FlowKernel.Azure.Results;
using FlowKernel.Schema;

namespace FlowKernel.Azure.LogAnalytics;

/// <summary>
/// Reads what a workspace holds (https://learn.microsoft.com/rest/api/logsquery/metadata): its tables and saved functions.
/// </summary>
internal static class WorkspaceSchema
{
    // https://learn.microsoft.com/azure/azure-monitor/logs/cross-workspace-query
    private static readonly string[] Places = ["workspace", "app", "resource", "adx", "arg"];

    /// <summary>The schema under the connection's name.</summary>
    public static DatabaseSchema Read(string name, JsonElement metadata) =>
        new(name, [.. Entries(metadata, "tables").Select(Table)])
        {
            Functions = [.. Entries(metadata, "functions").Select(Function)],
            Places = Places,
        };

    private static TableSchema Table(JsonElement table) => new(
        table.GetProperty("name").GetString()!,
        table.TryGetProperty("columns", out var columns) && columns.ValueKind == JsonValueKind.Array
            ? ColumnsReader.Read(columns, "name", "type")
            : [],
        Text(table, "description"));

    private static FunctionSchema Function(JsonElement function) => new(
        function.GetProperty("name").GetString()!,
        Parameters(Text(function, "parameters") ?? ""),
        Text(function, "body") ?? "",
        Text(function, "description"));

    private static string Parameters(string written) => written.StartsWith('(') ? written : $"({written})";

    private static IEnumerable<JsonElement> Entries(JsonElement metadata, string section) =>
        metadata.TryGetProperty(section, out var entries) && entries.ValueKind == JsonValueKind.Array
            ? entries.EnumerateArray()
            : [];

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
