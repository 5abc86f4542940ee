using FlowKernel.Jupyter.Handlers;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Jupyter.Wire;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Execution;

/// <summary>Serves requests, each between busy and idle.</summary>
internal sealed class RequestServer(
    RequestChannel channel,
    IopubChannel iopub,
    RunningCell running,
    IReadOnlyDictionary<string, IMessageHandler> handlers)
{
    public async Task ServeAsync(Message message, CancellationToken cancellation)
    {
        var request = new Request(message, iopub);
        request.Publish(KernelStatus.Busy);
        if (await AnswerAsync(request, cancellation) is { } reply)
            channel.Send(reply, message);
        request.Publish(KernelStatus.Idle);
        running.PublishBusy();
    }

    private async Task<IMessageContent?> AnswerAsync(Request request, CancellationToken cancellation)
    {
        var type = request.Message.Header.Type;
        if (!handlers.TryGetValue(type, out var handler))
            return Failure(type, "UnknownMessage", $"FlowKernel does not know messages of the type '{type}'.");
        try
        {
            return await handler.HandleAsync(request, cancellation);
        }
        catch (Exception e)
        {
            return Failure(type, e.GetType().Name, e.Message);
        }
    }

    private static FailureReply? Failure(string type, string name, string message) =>
        FailureReply.TypeFor(type) is { } replyType
            ? new FailureReply(replyType, new CellError(name, message, [$"{name}: {message}"]))
            : null;
}
