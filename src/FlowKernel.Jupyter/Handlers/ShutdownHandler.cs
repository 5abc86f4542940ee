using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Ends the kernel; all front ends hear of it.</summary>
internal sealed class ShutdownHandler(HostSession session) : IMessageHandler
{
    public string Type => "shutdown_request";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        var reply = new ShutdownReply(request.Message.Content.Flag("restart") ?? false);
        request.Publish(reply);
        session.Running.Interrupt();
        session.Shutdown.TrySetResult(reply.Restart);
        return Task.FromResult<IMessageContent?>(reply);
    }
}
