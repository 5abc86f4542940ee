using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>The content of a message to send.</summary>
internal interface IMessageContent
{
    /// <summary>The message type.</summary>
    string Type { get; }

    /// <summary>Writes the members of the content object.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
