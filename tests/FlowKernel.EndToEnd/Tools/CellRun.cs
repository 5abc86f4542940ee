using System.Text.Json.Nodes;

namespace FlowKernel.EndToEnd.Tools;

/// <summary>What a cell's run gave a Jupyter client: its reply and the messages in order.</summary>
internal sealed class CellRun(JsonNode json)
{
    public string Status => (string)json["reply"]!["status"]!;

    public IReadOnlyList<JsonNode> Messages => [.. json["messages"]!.AsArray().Select(m => m!)];

    /// <summary>The text of a MIME type in the last display or result that has it.</summary>
    public string? Shown(string mime) => Messages
        .Select(m => m["content"]?["data"]?[mime])
        .LastOrDefault(data => data is not null)?.ToString();

    /// <summary>All that went to a stream.</summary>
    public string Stream(string name) => string.Concat(Messages
        .Where(m => (string)m["type"]! == "stream" && (string)m["content"]!["name"]! == name)
        .Select(m => (string)m["content"]!["text"]!));

    /// <summary>The error as a person reads it, without colours.</summary>
    public string Error => System.Text.RegularExpressions.Regex.Replace(
        string.Join('\n', Messages.Where(m => (string)m["type"]! == "error")
            .SelectMany(m => m["content"]!["traceback"]!.AsArray().Select(line => (string)line!))),
        "\e\\[[0-9;]*m", "");
}
