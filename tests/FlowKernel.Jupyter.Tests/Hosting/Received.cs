using System.Text.Json.Nodes;

namespace FlowKernel.Jupyter.Tests.Hosting;

/// <summary>A message that a front end got.</summary>
internal sealed record Received(JsonObject Header, JsonObject Parent, JsonObject Content)
{
    public string Type => (string)Header["msg_type"]!;

    public string Id => (string)Header["msg_id"]!;

    public string? ParentId => (string?)Parent["msg_id"];

    public string? Status => (string?)Content["status"];

    public string? State => (string?)Content["execution_state"];

    public string Text => (string)Content["text"]!;
}
