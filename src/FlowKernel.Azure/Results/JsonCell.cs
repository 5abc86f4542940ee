using System.Globalization;
using System.Text.Json;
using FlowKernel.Results;

namespace FlowKernel.Azure.Results;

/// <summary>
/// Reads the values of a service's JSON (https://learn.microsoft.com/kusto/api/rest/response-http): null for KQL's null.
/// </summary>
internal static class JsonCell
{
    /// <summary>
    /// The value of a KQL type. Throws <see cref="FormatException"/> or <see cref="OverflowException"/> where the text is
    /// none, <see cref="InvalidOperationException"/> where the JSON is of another kind.
    /// </summary>
    /// <param name="type">The column's type.</param>
    /// <param name="value">The JSON.</param>
    /// <param name="dynamicAsText">True where the service writes dynamic values as JSON inside of strings.</param>
    public static object? Read(KqlType type, JsonElement value, bool dynamicAsText) => (type, value.ValueKind) switch
    {
        (KqlType.Dynamic, JsonValueKind.String) when dynamicAsText => DynamicOf(value.GetString()!),
        (_, JsonValueKind.Null) => null,
        (KqlType.Dynamic, _) => new DynamicValue(value.GetRawText()),
        (KqlType.String, JsonValueKind.String) => value.GetString(),
        (KqlType.String, _) => value.GetRawText(),
        (KqlType.Bool, JsonValueKind.Number) => value.GetInt32() != 0,
        (KqlType.Bool, JsonValueKind.String) => bool.Parse(value.GetString()!),
        (KqlType.Bool, _) => value.GetBoolean(),
        (_, JsonValueKind.String) => OfText(type, value.GetString()!),
        (KqlType.Int, _) => value.GetInt32(),
        (KqlType.Long, _) => value.GetInt64(),
        (KqlType.Real, _) => value.GetDouble(),
        (KqlType.Decimal, _) => Number(value.GetRawText()),
        _ => throw new InvalidOperationException($"A JSON {value.ValueKind} is no {type.Name()}."),
    };

    private static object? OfText(KqlType type, string text) => type switch
    {
        KqlType.Int => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        KqlType.Long => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        KqlType.Real => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        KqlType.Decimal => Number(text),
        KqlType.DateTime => DateTime.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        KqlType.TimeSpan => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        KqlType.Guid => Guid.Parse(text),
        _ => throw new InvalidOperationException($"A text is no {type.Name()}."),
    };

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // A dynamic value that is a string may come without the quotes of JSON.
    private static DynamicValue? DynamicOf(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return parsed.RootElement.ValueKind == JsonValueKind.Null ? null : new DynamicValue(text);
        }
        catch (JsonException)
        {
            return text.Length == 0 ? null : new DynamicValue(JsonSerializer.Serialize(text, AnswerJson.Default.String));
        }
    }
}
