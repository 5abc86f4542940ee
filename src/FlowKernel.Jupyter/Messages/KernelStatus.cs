using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Tells front ends what the kernel is doing.</summary>
internal sealed record KernelStatus(string State) : IMessageContent
{
    public static readonly KernelStatus Starting = new("starting");
    public static readonly KernelStatus Busy = new("busy");
    public static readonly KernelStatus Idle = new("idle");

    public string Type => "status";

    public void WriteTo(Utf8JsonWriter writer) => writer.WriteString("execution_state", State);
}
