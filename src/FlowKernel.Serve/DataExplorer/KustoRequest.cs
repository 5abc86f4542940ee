using System.Text.Json;
using FlowKernel.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>The body of a request to Kusto (https://learn.microsoft.com/kusto/api/rest/request).</summary>
/// <param name="Database">The database it names; null for none.</param>
/// <param name="Text">The query or command.</param>
/// <param name="Properties">Its request properties.</param>
internal sealed record KustoRequest(string? Database, string Text, KustoProperties Properties)
{
    /// <summary>Reads it, or says what is wrong with it.</summary>
    public static async Task<Outcome<KustoRequest>> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, cancellationToken: context.RequestAborted);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException error)
        {
            return ServeDiagnostics.BadBody(error.Message);
        }
    }

    private static Outcome<KustoRequest> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return ServeDiagnostics.BadBody("it is no JSON object.");
        if (TextOf(body, "csl") is not { } text)
            return ServeDiagnostics.BadBody("it has no \"csl\".");
        var properties = KustoProperties.Read(body.TryGetProperty("properties", out var given) ? given : default);
        return properties.Succeeded
            ? new KustoRequest(TextOf(body, "db"), text, properties.Value)
            : new Outcome<KustoRequest>(properties.Diagnostics);
    }

    private static string? TextOf(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
