using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>The open comms; this kernel keeps none.</summary>
internal sealed record CommInfoReply : IMessageContent
{
    public string Type => "comm_info_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteOk();
        writer.WriteEmptyObject("comms");
    }
}
