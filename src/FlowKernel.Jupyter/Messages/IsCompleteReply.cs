using System.Text.Json;
using FlowKernel.Session;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Whether a text can run as it stands; an incomplete one says how its next line is indented.</summary>
internal sealed record IsCompleteReply(Completeness Completeness, string Indent) : IMessageContent
{
    public string Type => "is_complete_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("status", Completeness.ToString().ToLowerInvariant());
        if (Completeness == Completeness.Incomplete)
            writer.WriteString("indent", Indent);
    }
}
