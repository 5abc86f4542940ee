using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>The kernel is about to end, to be started again or not.</summary>
internal sealed record ShutdownReply(bool Restart) : IMessageContent
{
    public string Type => "shutdown_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteOk();
        writer.WriteBoolean("restart", Restart);
    }
}
