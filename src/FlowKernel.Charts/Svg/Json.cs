using System.Text.Json.Nodes;

namespace FlowKernel.Charts.Svg;

/// <summary>Short ways to write JSON.</summary>
internal static class Json
{
    /// <summary>An object; properties that are null are left out.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var made = new JsonObject();
        foreach (var (name, value) in properties)
        {
            if (value is not null)
                made[name] = value;
        }

        return made;
    }

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) =>
        new([.. items.Select(node)]);

    /// <summary>A number; null for what JSON cannot hold.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    public static JsonNode? Number(double? value) => value is { } number ? Number(number) : null;
}
