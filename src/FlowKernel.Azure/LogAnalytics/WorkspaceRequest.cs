using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using FlowKernel.Azure.Http;
using FlowKernel.Session;

namespace FlowKernel.Azure.LogAnalytics;

/// <summary>
/// Requests to Log Analytics (https://learn.microsoft.com/azure/azure-monitor/logs/api/request-format), for a workspace by its
/// ID, or for any resource by its path.
/// </summary>
internal static class WorkspaceRequest
{
    private static readonly string Wait = string.Create(
        CultureInfo.InvariantCulture, $"wait={ServicePipeline.MostTime.TotalSeconds}");

    /// <summary>A query.</summary>
    public static ServiceRequest Query(Uri endpoint, string workspace, string kql, QueryScope scope) =>
        new(AddressOf(endpoint, workspace, "query"), Encoding.UTF8.GetBytes(Body(kql, scope).ToJsonString()))
        {
            Headers = [("Prefer", Wait)],
        };

    /// <summary>What there is to query.</summary>
    public static ServiceRequest Metadata(Uri endpoint, string workspace) =>
        new(AddressOf(endpoint, workspace, "metadata"));

    /// <summary>A query's body; a range that the user gave is the service's own <c>timespan</c>.</summary>
    public static JsonObject Body(string kql, QueryScope scope)
    {
        var body = new JsonObject { ["query"] = kql };
        if (scope.Last is { } last)
            body["timespan"] = XmlConvert.ToString(last);
        return body;
    }

    /// <summary>The address of what can be asked of a workspace or resource.</summary>
    public static Uri AddressOf(Uri endpoint, string workspace, string what) =>
        new(endpoint, workspace.StartsWith('/') ? $"v1{workspace}/{what}" : $"v1/workspaces/{workspace}/{what}");
}
