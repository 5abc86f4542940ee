using System.Text.Json;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Messages;

/// <summary>What stands at the cursor, if anything is known of it.</summary>
internal sealed record InspectReply(MimeBundle? Found) : IMessageContent
{
    private static readonly MimeBundle Nothing = MimeBundle.Of();

    public string Type => "inspect_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteOk();
        writer.WriteBoolean("found", Found is not null);
        writer.WriteBundle(Found ?? Nothing);
    }
}
