using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Session;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>A query to a workspace (https://learn.microsoft.com/azure/azure-monitor/logs/api/request-format).</summary>
/// <param name="Text">The query.</param>
/// <param name="Range">The rows that it sees; null for all.</param>
internal sealed record WorkspaceRequest(string Text, TimeRange? Range)
{
    /// <summary>Reads the body of a POST.</summary>
    public static async Task<Outcome<WorkspaceRequest>> ReadBodyAsync(HttpContext context, DateTime now)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, cancellationToken: context.RequestAborted);
            var body = document.RootElement;
            return body.ValueKind == JsonValueKind.Object
                ? Of(TextOf(body, "query"), TextOf(body, "timespan"), now)
                : ServeDiagnostics.BadBody("it is no JSON object.");
        }
        catch (JsonException error)
        {
            return ServeDiagnostics.BadBody(error.Message);
        }
    }

    /// <summary>Reads the address of a GET.</summary>
    public static Outcome<WorkspaceRequest> ReadAddress(HttpRequest request, DateTime now) =>
        Of(request.Query["query"].FirstOrDefault(), request.Query["timespan"].FirstOrDefault(), now);

    private static Outcome<WorkspaceRequest> Of(string? query, string? timespan, DateTime now)
    {
        if (query is null)
            return ServeDiagnostics.BadBody("it has no \"query\".");
        if (string.IsNullOrWhiteSpace(timespan))
            return new WorkspaceRequest(query, null);
        return Timespans.TryRead(timespan, now, out var range)
            ? new WorkspaceRequest(query, range)
            : ServeDiagnostics.BadTimespan(timespan);
    }

    private static string? TextOf(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
