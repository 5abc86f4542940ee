using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowKernel.Kql.Language;

/// <summary>What the script's <c>check</c> answers.</summary>
internal sealed record CheckReply(string Kind, IReadOnlyList<ReplyDiagnostic> Diagnostics, JsonElement? Tree)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 4096 };

    /// <summary>Reads the script's JSON.</summary>
    public static CheckReply Parse(string json) => JsonSerializer.Deserialize<CheckReply>(json, Options)!;
}

/// <summary>A diagnostic of the language service; for an unknown name, with the names that are known there.</summary>
internal sealed record ReplyDiagnostic(string Code, string Severity, string Message, int Start, int Length)
{
    /// <summary>Pairs of a name and its kind, <c>function</c> or <c>value</c>.</summary>
    [JsonPropertyName("names")]
    public IReadOnlyList<IReadOnlyList<string>>? Names { get; init; }
}
