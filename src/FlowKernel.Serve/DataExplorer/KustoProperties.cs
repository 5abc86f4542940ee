using System.Text.Json;
using FlowKernel.Diagnostics;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>
/// The request properties of a body: an object, or a text that holds it
/// (https://learn.microsoft.com/kusto/api/rest/request-properties).
/// </summary>
/// <param name="Options">The options, by name.</param>
/// <param name="Parameters">The values of query parameters, by name.</param>
/// <param name="ClientRequestId">What the client calls the request; null where it does not say here.</param>
internal sealed record KustoProperties(
    IReadOnlyDictionary<string, JsonElement> Options,
    IReadOnlyDictionary<string, JsonElement> Parameters,
    string? ClientRequestId)
{
    /// <summary>No properties.</summary>
    public static KustoProperties None { get; } = new(
        new Dictionary<string, JsonElement>(), new Dictionary<string, JsonElement>(), null);

    /// <summary>Reads the member of a body; nothing where it is missing, null or empty.</summary>
    public static Outcome<KustoProperties> Read(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => None,
        JsonValueKind.Object => new KustoProperties(
            Members(given, "Options", StringComparer.OrdinalIgnoreCase),
            Members(given, "Parameters", StringComparer.Ordinal),
            given.TryGetProperty("ClientRequestId", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null),
        JsonValueKind.String => ReadText(given.GetString()!),
        _ => ServeDiagnostics.BadBody("its \"properties\" are neither an object nor a text."),
    };

    private static Outcome<KustoProperties> ReadText(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return None;
        try
        {
            using var document = JsonDocument.Parse(text);
            var inner = document.RootElement.Clone();
            return inner.ValueKind == JsonValueKind.String
                ? ServeDiagnostics.BadBody("its \"properties\" hold no object.")
                : Read(inner);
        }
        catch (JsonException error)
        {
            return ServeDiagnostics.BadBody($"its \"properties\" are no JSON: {error.Message}");
        }
    }

    private static Dictionary<string, JsonElement> Members(JsonElement owner, string name, StringComparer comparer)
    {
        var members = new Dictionary<string, JsonElement>(comparer);
        if (owner.TryGetProperty(name, out var bag) && bag.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in bag.EnumerateObject())
                members[member.Name] = member.Value;
        }

        return members;
    }
}
