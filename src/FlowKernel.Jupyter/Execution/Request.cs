using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>A message being handled, and the way to publish what it causes.</summary>
internal sealed class Request(Message message, IopubChannel iopub)
{
    public Message Message => message;

    /// <summary>Tells all front ends, with this request as the parent.</summary>
    public void Publish(IMessageContent content) => iopub.Publish(content, message.Header.Json);
}
