using System.Text.Json;

namespace FlowKernel.Jupyter.Wire;

/// <summary>What a header says of its message.</summary>
/// <param name="Id">The id that replies name.</param>
/// <param name="Type">The message type.</param>
/// <param name="Json">The whole header as it came, which replies carry as their parent.</param>
internal sealed record MessageHeader(string Id, string Type, ReadOnlyMemory<byte> Json)
{
    public static MessageHeader? From(JsonElement header, ReadOnlyMemory<byte> json) =>
        header.Text("msg_id") is { Length: > 0 } id && header.Text("msg_type") is { Length: > 0 } type
            ? new MessageHeader(id, type, json)
            : null;
}
