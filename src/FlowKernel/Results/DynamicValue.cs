using System.Text.Json;

namespace FlowKernel.Results;

/// <summary>A KQL dynamic value, kept as JSON text and parsed when asked.</summary>
/// <param name="Json">The JSON text; never the KQL null, which is a null reference.</param>
public sealed record DynamicValue(string Json)
{
    private JsonElement? _element;

    /// <summary>The parsed JSON.</summary>
    public JsonElement Element => _element ??= JsonDocument.Parse(Json).RootElement.Clone();

    /// <summary>The value of a property; null where it is missing or null, or this is no property bag, as in KQL.</summary>
    public DynamicValue? this[string key] =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(key, out var value) ? Of(value) : null;

    /// <summary>
    /// An item of an array, from 0, or from the end by a negative index; null where there is none, as in KQL.
    /// </summary>
    public DynamicValue? this[int index]
    {
        get
        {
            if (Element.ValueKind != JsonValueKind.Array)
                return null;
            var at = index < 0 ? Element.GetArrayLength() + index : index;
            return at >= 0 && at < Element.GetArrayLength() ? Of(Element[at]) : null;
        }
    }

    /// <summary>The value as a C# type, such as <c>string</c>, <c>long</c>, <c>string[]</c> or a record.</summary>
    /// <exception cref="JsonException">The JSON is no such value.</exception>
    public T? As<T>() => Element.Deserialize<T>(JsonSerializerOptions.Web);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Json;

    /// <summary>Equal JSON texts.</summary>
    public bool Equals(DynamicValue? other) => other is not null && Json == other.Json;

    /// <inheritdoc/>
    public override int GetHashCode() => Json.GetHashCode(StringComparison.Ordinal);

    private static DynamicValue? Of(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : new DynamicValue(value.GetRawText());
}
