using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Dynamic values as text, with reals in the engine's digits.</summary>
internal static class JsonReals
{
    /// <summary>What <c>tostring</c> gives for a value: a string bare, null as the empty text, the rest as JSON.</summary>
    public static string Text(JsonElement element) => element.ValueKind is JsonValueKind.Array or JsonValueKind.Object
        ? JsonText.Write(writer => Write(writer, element))
        : element.ValueKind == JsonValueKind.Number ? Number(element) : JsonText.Text(element);

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(element), skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Number(JsonElement element)
    {
        var text = element.GetRawText();
        return text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? text : JsonText.Real(element.GetDouble());
    }
}
