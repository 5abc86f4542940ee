using System.Text.Json;

namespace FlowKernel.Jupyter.Wire;

/// <summary>What a message's header says of it. <paramref name="Json"/> is the header as it came, for replies.</summary>
internal sealed record MessageHeader(string Id, string Type, ReadOnlyMemory<byte> Json)
{
    public static MessageHeader? From(JsonElement header, ReadOnlyMemory<byte> json) =>
        header.Text("msg_id") is { Length: > 0 } id && header.Text("msg_type") is { Length: > 0 } type
            ? new MessageHeader(id, type, json)
            : null;
}
