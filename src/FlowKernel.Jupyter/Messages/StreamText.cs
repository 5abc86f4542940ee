using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Text of a standard stream, <c>stdout</c> or <c>stderr</c>.</summary>
internal sealed record StreamText(string Name, string Text) : IMessageContent
{
    public string Type => "stream";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Name);
        writer.WriteString("text", Text);
    }
}
