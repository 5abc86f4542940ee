using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Closes every comm that a front end opens, since the kernel has no comm targets.</summary>
internal sealed class CommOpenHandler : IMessageHandler
{
    public string Type => "comm_open";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        if (request.Message.Content.Text("comm_id") is { } id)
            request.Publish(new CommClose(id));
        return Task.FromResult<IMessageContent?>(null);
    }
}
