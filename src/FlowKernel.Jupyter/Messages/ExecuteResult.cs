using System.Text.Json;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Messages;

/// <summary>The value of a cell's last expression.</summary>
internal sealed record ExecuteResult(int Count, MimeBundle Value) : IMessageContent
{
    public string Type => "execute_result";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("execution_count", Count);
        writer.WriteBundle(Value);
    }
}
