using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>A question to the user.</summary>
internal sealed record InputRequest(string Prompt, bool Password) : IMessageContent
{
    public string Type => "input_request";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("prompt", Prompt);
        writer.WriteBoolean("password", Password);
    }
}
