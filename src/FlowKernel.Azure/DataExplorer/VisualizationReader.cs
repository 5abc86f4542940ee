using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Azure.DataExplorer;

/// <summary>Reads how a cluster would have a result drawn.</summary>
internal static class VisualizationReader
{
    /// <summary>The properties, from an object or a text that holds one; null where nothing is to be drawn.</summary>
    public static RenderProperties? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value.ValueKind == JsonValueKind.Object ? Of(value) : null;
        using var parsed = JsonDocument.Parse(value.GetString()!);
        return parsed.RootElement.ValueKind == JsonValueKind.Object ? Of(parsed.RootElement) : null;
    }

    private static RenderProperties? Of(JsonElement properties) =>
        Text(properties, "Visualization") is { } kind
            ? new RenderProperties(kind)
            {
                Title = Text(properties, "Title"),
                Kind = Text(properties, "Kind"),
                Legend = Text(properties, "Legend"),
                XColumn = Text(properties, "XColumn"),
                YColumns = Names(properties, "YColumns"),
                Series = Names(properties, "Series"),
                AnomalyColumns = Names(properties, "AnomalyColumns"),
                XTitle = Text(properties, "XTitle"),
                YTitle = Text(properties, "YTitle"),
                XAxis = Text(properties, "XAxis"),
                YAxis = Text(properties, "YAxis"),
                YSplit = Text(properties, "YSplit"),
                YMin = Number(properties, "Ymin"),
                YMax = Number(properties, "Ymax"),
                XMin = Number(properties, "Xmin"),
                XMax = Number(properties, "Xmax"),
                Accumulate = properties.TryGetProperty("Accumulate", out var sum) && sum.ValueKind == JsonValueKind.True,
            }
            : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    // A number that was not given is the text NaN.
    private static double? Number(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static IReadOnlyList<string>? Names(JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.Array when value.GetArrayLength() > 0 => [.. value.EnumerateArray().Select(v => v.ToString())],
            JsonValueKind.String when value.GetString() is { Length: > 0 } text =>
                text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => null,
        };
    }
}
