using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowKernel.Notebook.Documents;

/// <summary>nbformat's texts: one string, or a list of lines that keep their line ends.</summary>
public static class MultilineText
{
    /// <summary>The text of a node, whichever way it is written; empty for null.</summary>
    public static string Read(JsonNode? node) => node switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        _ => node.GetValue<string>(),
    };

    /// <summary>The text of a node that may be anything; null where it is no text.</summary>
    public static string? TryRead(JsonNode? node) => node switch
    {
        JsonArray lines => lines.All(IsText) ? Read(lines) : null,
        _ => IsText(node) ? Read(node) : null,
    };

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    /// <summary>The text as a list of lines.</summary>
    public static JsonArray Write(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var i and >= 0 ? i + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
