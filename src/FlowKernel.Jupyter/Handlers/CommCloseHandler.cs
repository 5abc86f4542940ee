using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Takes note that a comm is closed; all of them are.</summary>
internal sealed class CommCloseHandler : IMessageHandler
{
    public string Type => "comm_close";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation) =>
        Task.FromResult<IMessageContent?>(null);
}
