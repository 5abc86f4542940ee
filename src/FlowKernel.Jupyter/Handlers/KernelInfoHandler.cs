using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Says who the kernel is; answered before the kernel itself is ready.</summary>
internal sealed class KernelInfoHandler(KernelIdentity identity) : IMessageHandler
{
    public string Type => "kernel_info_request";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation) =>
        Task.FromResult<IMessageContent?>(new KernelInfoReply(identity));
}
