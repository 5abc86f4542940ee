using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Explains what stands at the cursor.</summary>
internal sealed class InspectHandler(HostSession session) : IMessageHandler
{
    public string Type => "inspect_request";

    public async Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        var (code, offset) = Cursor.From(request.Message.Content);
        var kernel = await session.Kernel.WaitAsync(cancellation);
        return new InspectReply(await kernel.InspectAsync(code, offset, cancellation));
    }
}
