using System.Text.Json;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Benchmarks.Protocol;

/// <summary>A request as a front end writes it.</summary>
internal sealed record RawRequest(string Type, Action<Utf8JsonWriter> Write) : IMessageContent
{
    /// <summary>A cell to run.</summary>
    public static RawRequest Execute(string code) =>
        new("execute_request", writer => writer.WriteString("code", code));

    /// <summary>What could stand at the end of a text?</summary>
    public static RawRequest Complete(string code) => new("complete_request", writer =>
    {
        writer.WriteString("code", code);
        writer.WriteNumber("cursor_pos", code.Length);
    });

    /// <summary>A request that says no more than its type.</summary>
    public static RawRequest Plain(string type) => new(type, _ => { });

    public void WriteTo(Utf8JsonWriter writer) => Write(writer);
}
