using System.Text.Json;

namespace FlowKernel.Jupyter.Wire;

/// <summary>
/// Reads members leniently: a member that is missing or of another type counts as absent. A text that is not Unicode
/// (half of a surrogate pair, bytes that are not UTF-8) throws <see cref="JsonException"/>.
/// </summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String } member ? Decoded(member) : null;

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
                yield return (NameOf(member), Decoded(member.Value));
        }
    }

    public static IReadOnlyList<string> TextList(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(Decoded)]
            : [];

    private static string Decoded(JsonElement text) => Guarded(() => text.GetString()!);

    private static string NameOf(JsonProperty member) => Guarded(() => member.Name);

    private static string Guarded(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text of the message is not Unicode.", e);
        }
    }

    private static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
