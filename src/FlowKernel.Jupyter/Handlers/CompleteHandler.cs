using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Proposes what could stand at the cursor.</summary>
internal sealed class CompleteHandler(HostSession session) : IMessageHandler
{
    public string Type => "complete_request";

    public async Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        var (code, offset) = Cursor.From(request.Message.Content);
        var kernel = await session.Kernel.WaitAsync(cancellation);
        return new CompleteReply(code, await kernel.CompleteAsync(code, offset, cancellation));
    }
}
