using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>A cell that was not run, because one before it failed.</summary>
internal sealed record AbortedReply(int Count) : IMessageContent
{
    public string Type => "execute_reply";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("status", "aborted");
        writer.WriteNumber("execution_count", Count);
    }
}
