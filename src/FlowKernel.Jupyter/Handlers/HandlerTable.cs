using FlowKernel.Jupyter.Execution;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>The message types that are served.</summary>
internal static class HandlerTable
{
    /// <summary>Everything; shutdown is on shell for front ends before protocol 5.4.</summary>
    public static IReadOnlyDictionary<string, IMessageHandler> Shell(HostSession session) => Table(
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
        new ShutdownHandler(session));

    /// <summary>What must be served while a cell runs; these answer at once, on control's own thread.</summary>
    public static IReadOnlyDictionary<string, IMessageHandler> Control(HostSession session) => Table(
        new KernelInfoHandler(session.Identity),
        new InterruptHandler(session),
        new ShutdownHandler(session));

    private static Dictionary<string, IMessageHandler> Table(params IMessageHandler[] handlers) =>
        handlers.ToDictionary(handler => handler.Type);
}
