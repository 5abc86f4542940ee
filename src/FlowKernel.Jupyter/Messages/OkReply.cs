using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>The answer that says only that it went well.</summary>
internal sealed record OkReply(string Type) : IMessageContent
{
    public void WriteTo(Utf8JsonWriter writer) => writer.WriteOk();
}
