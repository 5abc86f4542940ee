using System.Text.Json;
using FlowKernel.Jupyter.Execution;
using FlowKernel.Session;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Proposals at the cursor, with offsets as the protocol counts them.</summary>
internal sealed record CompleteReply(string Code, CompletionList List) : IMessageContent
{
    public string Type => "complete_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        var start = CodePoints.CountBefore(Code, List.Replace.Start);
        var end = CodePoints.CountBefore(Code, List.Replace.End);
        writer.WriteOk();
        writer.WriteTexts("matches", List.Items.Select(item => item.Insert));
        writer.WriteNumber("cursor_start", start);
        writer.WriteNumber("cursor_end", end);
        writer.WriteStartObject("metadata");
        WriteTypes(writer, start, end);
        writer.WriteEndObject();
    }

    private void WriteTypes(Utf8JsonWriter writer, int start, int end)
    {
        writer.WriteStartArray("_jupyter_types_experimental");
        foreach (var item in List.Items)
            WriteItem(writer, item, start, end);
        writer.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter writer, CompletionItem item, int start, int end)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", start);
        writer.WriteNumber("end", end);
        writer.WriteString("text", item.Insert);
        writer.WriteString("displayText", item.Label);
        writer.WriteString("type", item.Kind);
        if (item.Description is not null)
            writer.WriteString("signature", item.Description);
        writer.WriteEndObject();
    }
}
