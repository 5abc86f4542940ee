using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Answers a message on a comm that is not open by closing it, so that its widget does not wait.</summary>
internal sealed class CommMessageHandler : IMessageHandler
{
    public string Type => "comm_msg";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        if (request.Message.Content.Text("comm_id") is { } id)
            request.Publish(new CommClose(id));
        return Task.FromResult<IMessageContent?>(null);
    }
}
