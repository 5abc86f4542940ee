using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Shapes that several message types share.</summary>
internal static class JsonWriting
{
    public static void WriteBundle(this Utf8JsonWriter writer, MimeBundle bundle)
    {
        writer.WriteNodes("data", bundle.Data);
        writer.WriteNodes("metadata", bundle.Metadata);
    }

    public static void WriteNodes(
        this Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, JsonNode> nodes)
    {
        writer.WriteStartObject(name);
        foreach (var (key, node) in nodes)
        {
            writer.WritePropertyName(key);
            node.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static void WriteEmptyObject(this Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteEndObject();
    }

    public static void WriteOk(this Utf8JsonWriter writer) => writer.WriteString("status", "ok");

    public static void WriteError(this Utf8JsonWriter writer, CellError error)
    {
        writer.WriteString("ename", error.Name);
        writer.WriteString("evalue", error.Message);
        writer.WriteTexts("traceback", error.Traceback);
    }
}
