using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Core;
using FlowKernel.Azure.Http;
using FlowKernel.Azure.Results;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Progress;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using FlowKernel.Session.Enrichment;

namespace FlowKernel.Azure.DataExplorer;

/// <summary>A database of a Kusto cluster, such as one of Azure Data Explorer.</summary>
internal sealed class ClusterConnection(
    Uri cluster, string database, TokenCredential? credential, string way, KeptTables kept, TimeProvider clock)
    : RemoteConnection(database, kept, clock, way)
{
    private static readonly TimeSpan CancelTime = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Default)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private ServicePipeline? _pipeline;

    // A cluster is known by the first word of its host.
    protected override string Place =>
        $"{(cluster.HostNameType == UriHostNameType.Dns ? cluster.Host.Split('.')[0] : cluster.Host)}/{Name}";

    private bool IsPinned => Clock != TimeProvider.System;

    protected override async Task<Outcome<DatabaseSchema>> ReadSchemaAsync(CancellationToken cancellation)
    {
        var scope = credential is null ? "" : await ClusterIdentity.ScopeAsync(cluster, cancellation);
        _pipeline = new ServicePipeline(credential, scope);
        var command = ClusterRequest.Command(Name, $".show database {KqlName.Quote(Name)} schema as json");
        return await DescribedAsync(_pipeline, command.To(cluster), ClusterSchema.Read, cancellation);
    }

    protected override async Task<Outcome<ServiceAnswer>> AskAsync(
        SentQuery query, QueryScope scope, IProgress<ProgressStep> progress, CancellationToken cancellation)
    {
        var request = ClusterRequest.Query(Name, query.Kql, ClusterRequest.QueryOptions(scope, IsPinned));
        try
        {
            using var response = await _pipeline!.SendAsync(request.To(cluster), cancellation);
            if (response.Succeeded)
                return await new FramesReader(progress).ReadAsync(response.Content, cancellation);
            if (response.Status == (int)HttpStatusCode.BadRequest)
                return RemoteMistakes.Refused(await response.ErrorAsync(cancellation), query, Place);
            return await FailureAsync(response, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it: the user was promised that what he stops ends at once.
            _ = CancelAsync(request.Id);
            throw;
        }
    }

    protected override string RequestText(QueryScope scope) =>
        $"POST {new Uri(cluster, "v2/rest/query")}, database {Name}, with these properties:\n"
        + ClusterRequest.QueryOptions(scope, IsPinned).ToJsonString(Readable);

    private async Task CancelAsync(string id)
    {
        using var limit = new CancellationTokenSource(CancelTime);
        try
        {
            var command = ClusterRequest.Command(Name, $".cancel query {KqlLiteral.Quote(id)}");
            using var response = await _pipeline!.SendAsync(command.To(cluster), limit.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or global::Azure.Identity.AuthenticationFailedException)
        {
            // The cluster ends the query by itself when its time is up.
        }
    }

    protected override async Task<Diagnostic> FailureAsync(ServiceResponse response, CancellationToken cancellation)
    {
        var error = await response.ErrorAsync(cancellation);

        // A database that is not there is a bad request to a cluster.
        var status = response.Status == (int)HttpStatusCode.BadRequest ? (int)HttpStatusCode.NotFound : response.Status;
        return RemoteMistakes.Of(status, error, Place);
    }
}
