using System.Text.Json;

namespace FlowKernel.Jupyter.Wire;

/// <summary>A message that came in with a good signature.</summary>
/// <param name="Identities">The route back to the sender: the ROUTER socket's prefix frames.</param>
/// <param name="Header">Its header.</param>
/// <param name="ParentId">The id of the message it answers, or null.</param>
/// <param name="Content">Its content, a JSON object.</param>
/// <param name="Order">Its place among all messages of its socket, from 1.</param>
internal sealed record Message(
    IReadOnlyList<byte[]> Identities, MessageHeader Header, string? ParentId, JsonElement Content, long Order = 0);
