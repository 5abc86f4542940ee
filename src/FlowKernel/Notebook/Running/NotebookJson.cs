using System.Text.Json.Nodes;
using FlowKernel.Notebook.Documents;

namespace FlowKernel.Notebook.Running;

/// <summary>Outputs in nbformat's shape (https://nbformat.readthedocs.io/en/latest/format_description.html).</summary>
internal static class NotebookJson
{
    public static JsonObject Stream(string name, string text) => new()
    {
        ["name"] = name,
        ["output_type"] = "stream",
        ["text"] = MultilineText.Write(text),
    };

    public static JsonObject DisplayData(MimeBundle bundle) => new()
    {
        ["data"] = Data(bundle),
        ["metadata"] = Metadata(bundle),
        ["output_type"] = "display_data",
    };

    public static JsonObject ExecuteResult(MimeBundle bundle, int number) => new()
    {
        ["data"] = Data(bundle),
        ["execution_count"] = number,
        ["metadata"] = Metadata(bundle),
        ["output_type"] = "execute_result",
    };

    public static JsonObject Error(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    /// <summary>True for a display whose content was taken away again.</summary>
    public static bool IsEmpty(JsonObject output) => output["data"] is JsonObject { Count: 0 };

    public static JsonObject Data(MimeBundle bundle)
    {
        var data = new JsonObject();
        if (bundle.IsNothing)
            return data;
        foreach (var (mime, node) in bundle.Data.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            // Lines are for texts that are compared; some readers take a picture only as one string.
            data[mime] = mime != MimeTypes.Png && node is JsonValue value && value.TryGetValue<string>(out var text)
                ? MultilineText.Write(text)
                : node.DeepClone();
        }

        return data;
    }

    public static JsonObject Metadata(MimeBundle bundle) => new(
        bundle.Metadata.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, p.Value.DeepClone())));
}
