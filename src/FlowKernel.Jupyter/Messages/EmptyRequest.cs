using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>A request that needs no content.</summary>
internal sealed record EmptyRequest(string Type) : IMessageContent
{
    public void WriteTo(Utf8JsonWriter writer)
    {
    }
}
