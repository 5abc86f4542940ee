using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Tells all front ends what is being run.</summary>
internal sealed record ExecuteInput(string Code, int Count) : IMessageContent
{
    public string Type => "execute_input";

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("code", Code);
        writer.WriteNumber("execution_count", Count);
    }
}
