using System.Text.Json;
using FlowKernel.Jupyter.Execution;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Earlier cells as rows of session, line and input; with outputs, the third is a pair.</summary>
internal sealed record HistoryReply(IReadOnlyList<HistoryEntry> Entries, bool WithOutput) : IMessageContent
{
    public string Type => "history_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteOk();
        writer.WriteStartArray("history");
        foreach (var entry in Entries)
            WriteEntry(writer, entry);
        writer.WriteEndArray();
    }

    private void WriteEntry(Utf8JsonWriter writer, HistoryEntry entry)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(entry.Session);
        writer.WriteNumberValue(entry.Line);
        if (WithOutput)
            writer.WriteStartArray();
        writer.WriteStringValue(entry.Input);
        if (WithOutput)
        {
            writer.WriteStringValue(entry.Output);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
