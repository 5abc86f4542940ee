using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Handlers;

/// <summary>Gives earlier cells, of this session and of those before.</summary>
internal sealed class HistoryHandler(HostSession session) : IMessageHandler
{
    public string Type => "history_request";

    public Task<IMessageContent?> HandleAsync(Request request, CancellationToken cancellation)
    {
        var query = HistoryRequest.From(request.Message.Content);
        return Task.FromResult<IMessageContent?>(new HistoryReply(session.History.Find(query), query.Output));
    }
}
