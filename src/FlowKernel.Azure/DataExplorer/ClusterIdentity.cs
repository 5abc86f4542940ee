using System.Text.Json;
using FlowKernel.Azure.Http;

namespace FlowKernel.Azure.DataExplorer;

/// <summary>Asks a cluster what a token for it must be made for; clusters of other clouds differ.</summary>
internal static class ClusterIdentity
{
    private const string PublicCloud = "https://kusto.kusto.windows.net";

    /// <summary>
    /// The scope of its tokens; that of the public cloud where the cluster does not say. Throws
    /// <see cref="IOException"/> where there is no answer.
    /// </summary>
    public static async Task<string> ScopeAsync(Uri cluster, CancellationToken cancellation)
    {
        var anonymous = new ServicePipeline(null, "");
        using var response = await anonymous.SendAsync(
            new ServiceRequest(new Uri(cluster, "/v1/rest/auth/metadata")), cancellation);
        return (response.Succeeded ? await ReadAsync(response.Content, cancellation) : null) ?? Scope(PublicCloud);
    }

    private static async Task<string?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var json = await JsonDocument.ParseAsync(content, default, cancellation);
        return json.RootElement.TryGetProperty("AzureAD", out var directory)
            && directory.ValueKind == JsonValueKind.Object
            && directory.TryGetProperty("KustoServiceResourceId", out var id)
            && id.GetString() is { Length: > 0 } resource
            ? Scope(resource)
            : null;
    }

    private static string Scope(string resource) => resource.TrimEnd('/') + "/.default";
}
