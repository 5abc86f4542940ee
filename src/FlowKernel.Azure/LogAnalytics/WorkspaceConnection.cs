using System.Net;
using Azure.Core;
using FlowKernel.Azure.Http;
using FlowKernel.Azure.Results;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Progress;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Azure.LogAnalytics;

/// <summary>A Log Analytics workspace, or the logs of a resource.</summary>
internal sealed class WorkspaceConnection(
    Uri endpoint, string workspace, TokenCredential? credential, string way, KeptTables kept)
    : RemoteConnection(NameOf(workspace), kept, TimeProvider.System, way)
{
    private readonly ServicePipeline _pipeline = new(credential, WorkspaceEndpoint.ScopeOf(endpoint.Host));

    protected override Task<Outcome<DatabaseSchema>> ReadSchemaAsync(CancellationToken cancellation) => DescribedAsync(
        _pipeline, WorkspaceRequest.Metadata(endpoint, workspace), WorkspaceSchema.Read, cancellation);

    protected override async Task<Outcome<ServiceAnswer>> AskAsync(
        SentQuery query, QueryScope scope, IProgress<ProgressStep> progress, CancellationToken cancellation)
    {
        var request = WorkspaceRequest.Query(endpoint, workspace, query.Kql, scope);
        using var response = await _pipeline.SendAsync(request, cancellation);
        if (response.Succeeded)
        {
            using var content = new CountedStream(response.Content, TellBytes(progress));
            return await TablesReader.ReadAsync(content, cancellation);
        }

        return response.Status == (int)HttpStatusCode.BadRequest
            ? RemoteMistakes.Refused(await response.ErrorAsync(cancellation), query, Name)
            : await FailureAsync(response, cancellation);
    }

    protected override string RequestText(QueryScope scope) =>
        $"POST {WorkspaceRequest.AddressOf(endpoint, workspace, "query")}"
        + (scope.Last is null ? "" : $"\ntimespan {WorkspaceRequest.Body("", scope)["timespan"]}");

    protected override async Task<Diagnostic> FailureAsync(ServiceResponse response, CancellationToken cancellation) =>
        RemoteMistakes.Of(response.Status, await response.ErrorAsync(cancellation), $"the workspace {Name}");

    // A resource's path ends in its name.
    private static string NameOf(string workspace) => workspace[(workspace.LastIndexOf('/') + 1)..];
}
