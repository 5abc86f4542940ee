using System.Text.Json;

namespace FlowKernel.Jupyter.Wire;

/// <summary>Reads members leniently: a member that is missing or of another type counts as absent.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    public static bool? Flag(this JsonElement json, string name) => json.Member(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static int? Number(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out var number)
            ? number
            : null;

    public static IEnumerable<(string Name, string Text)> Texts(this JsonElement json, string name)
    {
        if (json.Member(name) is not { ValueKind: JsonValueKind.Object } members)
            yield break;
        foreach (var member in members.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String)
                yield return (member.Name, member.Value.GetString()!);
        }
    }

    public static IReadOnlyList<string> TextList(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)]
            : [];

    private static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
