using FlowKernel.Jupyter.Execution;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>The message types that are served, on shell and control alike.</summary>
internal static class HandlerTable
{
    public static IReadOnlyDictionary<string, IMessageHandler> Create(HostSession session)
    {
        IMessageHandler[] handlers =
        [
            new KernelInfoHandler(session.Identity),
            new ExecuteHandler(session),
            new CompleteHandler(session),
            new InspectHandler(session),
            new IsCompleteHandler(session),
            new HistoryHandler(session),
            new CommOpenHandler(),
            new CommMessageHandler(),
            new CommCloseHandler(),
            new CommInfoHandler(),
            new InterruptHandler(session),
            new ShutdownHandler(session),
        ];
        return handlers.ToDictionary(handler => handler.Type);
    }
}
