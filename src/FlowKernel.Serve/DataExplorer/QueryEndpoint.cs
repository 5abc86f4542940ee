using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Serve.Http;
using FlowKernel.Serve.Requests;
using FlowKernel.Session;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>Runs queries for clients of Kusto; only the form of the answer differs between its versions.</summary>
internal sealed class QueryEndpoint(ServedStore store)
{
    /// <summary>Answers a request in the given form.</summary>
    public async Task AnswerAsync(HttpContext context, IQueryAnswer answer)
    {
        var request = await KustoRequest.ReadAsync(context);
        var identity = RequestIdentity.Of(context, request.Value?.Properties.ClientRequestId);
        var options = request.Succeeded
            ? RequestOptions.Read(request.Value.Properties)
            : new Outcome<RequestOptions>(request.Diagnostics);
        if (!request.Succeeded || !options.Succeeded)
            await ErrorAnswer.WriteAsync(context, options.Diagnostics);
        else if (store.Missing(request.Value.Database) is { } missing)
            await ErrorAnswer.WriteAsync(context, [missing]);
        else
            await RunAsync(context, answer, request.Value, options.Value, identity);
    }

    private async Task RunAsync(
        HttpContext context, IQueryAnswer answer, KustoRequest request, RequestOptions options, RequestIdentity identity)
    {
        var query = new ServedQuery(QueryOf(request.Text, options), identity.ClientRequestId)
        {
            Limit = options.Limit,
            Parameters = request.Properties.Parameters,
        };
        var result = await store.QueryAsync(query, context.RequestAborted);
        if (result.Succeeded)
            await answer.WriteAsync(context, result.Value, options.Layout, identity);
        else if (IsCancelled(result))
            await answer.WriteCancelledAsync(context, result.Diagnostics[0], options.Layout, identity);
        else
            await ErrorAnswer.WriteAsync(context, result.Diagnostics, request.Text);
    }

    private static QueryRequest QueryOf(string text, RequestOptions options) => new(text)
    {
        Now = options.Now,
        Range = options.Range,
        Limits = options.Limits,
    };

    private static bool IsCancelled(Outcome<QueryResult> result) =>
        result.Diagnostics is [{ Code: ServeDiagnostics.CancelledCode }];
}

/// <summary>A form in which results are answered.</summary>
internal interface IQueryAnswer
{
    /// <summary>Answers with a result.</summary>
    Task WriteAsync(HttpContext context, QueryResult result, FrameLayout layout, RequestIdentity identity);

    /// <summary>Answers that the query was cancelled.</summary>
    Task WriteCancelledAsync(HttpContext context, Diagnostic cancelled, FrameLayout layout, RequestIdentity identity);
}
