using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Removes a cell's output, at once or when the next output comes.</summary>
internal sealed record ClearOutput(bool Wait) : IMessageContent
{
    public string Type => "clear_output";

    public void WriteTo(Utf8JsonWriter writer) => writer.WriteBoolean("wait", Wait);
}
