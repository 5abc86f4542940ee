using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowKernel.Notebook.Formatting;

/// <summary>The forms of MIME bundles as texts, for hosts that know no other.</summary>
public static class BundleText
{
    /// <summary>A text form as it is, a JSON form as JSON text.</summary>
    public static string Of(JsonNode form) =>
        form.GetValueKind() == JsonValueKind.String ? form.GetValue<string>() : form.ToJsonString();
}
