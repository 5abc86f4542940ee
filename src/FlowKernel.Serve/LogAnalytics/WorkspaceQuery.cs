using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Http;
using FlowKernel.Serve.Requests;
using FlowKernel.Session;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>Runs queries for clients of Log Analytics.</summary>
internal sealed class WorkspaceQuery(ServedStore store)
{
    private static readonly ResultLimits Limits = new(500_000, 100 << 20);

    /// <summary>Answers a query that a body holds.</summary>
    public async Task AnswerPostAsync(HttpContext context) =>
        await AnswerAsync(context, await WorkspaceRequest.ReadBodyAsync(context, store.Now));

    /// <summary>Answers a query that stands in the address.</summary>
    public Task AnswerGetAsync(HttpContext context) =>
        AnswerAsync(context, WorkspaceRequest.ReadAddress(context.Request, store.Now));

    private async Task AnswerAsync(HttpContext context, Outcome<WorkspaceRequest> request)
    {
        var identity = RequestIdentity.Of(context);
        var preferences = Preferences.Of(context.Request);
        var result = request.Succeeded
            ? await store.QueryAsync(QueryOf(request.Value, identity, preferences), context.RequestAborted)
            : new Outcome<QueryResult>(request.Diagnostics);
        if (result.Succeeded)
            await WorkspaceAnswer.WriteAsync(context, result.Value, preferences);
        else
            await ErrorAnswer.WriteAsync(context, result.Diagnostics, request.Value?.Text ?? "");
    }

    private static ServedQuery QueryOf(WorkspaceRequest request, RequestIdentity identity, Preferences preferences) =>
        new(new QueryRequest(request.Text) { Range = request.Range, Limits = Limits }, identity.ClientRequestId)
        {
            Limit = preferences.Wait,
        };
}
