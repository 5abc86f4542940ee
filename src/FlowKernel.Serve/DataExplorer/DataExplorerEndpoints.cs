using FlowKernel.Serve.DataExplorer.Commands;
using FlowKernel.Serve.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>The endpoints that clients of Azure Data Explorer use.</summary>
internal sealed class DataExplorerEndpoints(ServedStore store)
{
    private readonly QueryEndpoint _queries = new(store);
    private readonly FramesAnswer _frames = new(store);
    private readonly TablesAnswer _tables = new(store);
    private readonly ManagementEndpoint _commands = new(store);

    /// <summary>Puts them into an application.</summary>
    public void MapTo(IEndpointRouteBuilder application)
    {
        application.MapPost("/v2/rest/query", (RequestDelegate)(context => _queries.AnswerAsync(context, _frames)));
        application.MapPost("/v1/rest/query", (RequestDelegate)(context => _queries.AnswerAsync(context, _tables)));
        application.MapPost("/v1/rest/mgmt", (RequestDelegate)_commands.AnswerAsync);
        application.MapGet("/v1/rest/auth/metadata", (RequestDelegate)SignIn.AnswerAsync);
    }
}
