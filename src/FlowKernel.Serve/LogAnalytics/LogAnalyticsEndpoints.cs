using FlowKernel.Serve.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowKernel.Serve.LogAnalytics;

/// <summary>The endpoints that clients of Log Analytics use; every workspace's id leads to the same store.</summary>
internal sealed class LogAnalyticsEndpoints(ServedStore store)
{
    private readonly WorkspaceQuery _query = new(store);
    private readonly WorkspaceMetadata _metadata = new(store);

    /// <summary>Puts them into an application.</summary>
    public void MapTo(IEndpointRouteBuilder application)
    {
        const string Query = "/v1/workspaces/{workspace}/query";
        const string Metadata = "/v1/workspaces/{workspace}/metadata";
        application.MapPost(Query, (RequestDelegate)_query.AnswerPostAsync);
        application.MapGet(Query, (RequestDelegate)_query.AnswerGetAsync);
        application.MapPost(Metadata, (RequestDelegate)_metadata.AnswerAsync);
        application.MapGet(Metadata, (RequestDelegate)_metadata.AnswerAsync);
    }
}
