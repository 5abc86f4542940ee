using System.Text.Json;

namespace FlowKernel.Results;

/// <summary>A KQL dynamic value, kept as JSON text and parsed when asked.</summary>
/// <param name="Json">The JSON text; never the KQL null, which is a null reference.</param>
public sealed record DynamicValue(string Json)
{
    private JsonElement? _element;

    /// <summary>The parsed JSON.</summary>
    public JsonElement Element => _element ??= JsonDocument.Parse(Json).RootElement.Clone();

    /// <summary>The JSON text.</summary>
    public override string ToString() => Json;
}
