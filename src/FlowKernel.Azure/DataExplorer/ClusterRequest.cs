using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using FlowKernel.Azure.Http;
using FlowKernel.Session;

namespace FlowKernel.Azure.DataExplorer;

/// <summary>
/// A request to a cluster (https://learn.microsoft.com/kusto/api/rest/request), with the properties that it is run under
/// (https://learn.microsoft.com/kusto/api/rest/request-properties).
/// </summary>
/// <param name="Endpoint">The path of the service.</param>
/// <param name="Database">The database.</param>
/// <param name="Text">A query or a management command.</param>
/// <param name="Options">The request's properties.</param>
internal sealed record ClusterRequest(string Endpoint, string Database, string Text, JsonObject Options)
{
    private const string Queries = "v2/rest/query";
    private const string Commands = "v1/rest/mgmt";

    /// <summary>By which the request can be cancelled.</summary>
    public string Id { get; } = $"FlowKernel.query;{Guid.NewGuid():D}";

    /// <summary>A query, which can only read.</summary>
    public static ClusterRequest Query(string database, string kql, JsonObject options) =>
        new(Queries, database, kql, options);

    /// <summary>A management command.</summary>
    public static ClusterRequest Command(string database, string command) =>
        new(Commands, database, command, []);

    /// <summary>
    /// The properties of a query: it may take as long as the service lets it, writes nothing, tells how far it is, and
    /// sees the session's clock where that is pinned.
    /// </summary>
    public static JsonObject QueryOptions(QueryScope scope, bool pinned)
    {
        var options = new JsonObject
        {
            ["servertimeout"] = ServicePipeline.MostTime.ToString("c", CultureInfo.InvariantCulture),
            ["request_readonly"] = true,
            ["results_progressive_enabled"] = true,
        };
        if (pinned)
            options["query_now"] = Instant(scope.Now);
        if (scope.Last is { } last)
        {
            options["query_datetimescope_column"] = "TimeGenerated";
            options["query_datetimescope_from"] = Instant(scope.Now - last);
            options["query_datetimescope_to"] = Instant(scope.Now);
        }

        return options;
    }

    /// <summary>The request as it goes to a cluster.</summary>
    public ServiceRequest To(Uri cluster)
    {
        var properties = new JsonObject
        {
            ["Options"] = Options.DeepClone(),
            ["ClientRequestId"] = Id,
        };
        var body = new JsonObject
        {
            ["db"] = Database,
            ["csl"] = Text,
            ["properties"] = properties.ToJsonString(),
        };
        return new ServiceRequest(new Uri(cluster, Endpoint), System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()))
        {
            Headers = [("x-ms-client-request-id", Id), ("x-ms-app", "FlowKernel"), ("x-ms-client-version", "FlowKernel")],
        };
    }

    private static string Instant(DateTime time) => XmlConvert.ToString(time, XmlDateTimeSerializationMode.Utc);
}
