using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Closes a comm, such as one that was opened on a target that does not exist.</summary>
internal sealed record CommClose(string CommId) : IMessageContent
{
    public string Type => "comm_close";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("comm_id", CommId);
        writer.WriteEmptyObject("data");
    }
}
