using System.Text.Json;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Messages;

/// <summary>A cell's error, as an output.</summary>
internal sealed record ErrorOutput(CellError Error) : IMessageContent
{
    public string Type => "error";

    public void WriteTo(Utf8JsonWriter writer) => writer.WriteError(Error);
}
