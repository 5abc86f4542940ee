using System.Text.Json;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Tells a front end that its subscription is there (Jupyter enhancement proposal 65).</summary>
internal sealed record IopubWelcome(string Subscription) : IMessageContent
{
    public string Type => "iopub_welcome";

    public void WriteTo(Utf8JsonWriter writer) => writer.WriteString("subscription", Subscription);
}
