using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Serves one message type.</summary>
internal interface IMessageHandler
{
    /// <summary>The message type.</summary>
    string Type { get; }

    /// <summary>The reply, or null when the protocol has none.</summary>
    Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation);
}
