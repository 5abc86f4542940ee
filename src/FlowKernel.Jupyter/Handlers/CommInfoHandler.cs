using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Lists the open comms.</summary>
internal sealed class CommInfoHandler : IMessageHandler
{
    public string Type => "comm_info_request";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation) =>
        Task.FromResult<IMessageContent?>(new CommInfoReply());
}
