using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Stops the running cell, or the one that is about to run.</summary>
internal sealed class InterruptHandler(HostSession session) : IMessageHandler
{
    public string Type => "interrupt_request";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        session.Running.Interrupt(session.Shell.Newest);
        return Task.FromResult<IMessageContent?>(new OkReply("interrupt_reply"));
    }
}
