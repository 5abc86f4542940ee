namespace FlowKernel.Azure.DataExplorer;

/// <summary>
/// The hosts that Kusto clients send tokens to: clusters of Azure Data Explorer, Synapse and Fabric, and the proxies through
/// which Azure Monitor answers as a cluster (https://learn.microsoft.com/azure/azure-monitor/logs/azure-data-explorer-monitor-proxy).
/// </summary>
internal static class ClusterHosts
{
    private static readonly string[] Suffixes =
    [
        ".kusto.windows.net", ".kustomfa.windows.net", ".kusto.azuresynapse.net", ".kusto.fabric.microsoft.com",
        ".kusto.data.microsoft.com",
        ".kusto.usgovcloudapi.net", ".kustomfa.usgovcloudapi.net",
        ".kusto.chinacloudapi.cn", ".kustomfa.chinacloudapi.cn", ".kusto.azuresynapse.azure.cn",
        ".kusto.sovcloud-api.fr", ".kusto.sovcloud-api.de", ".kusto.sovcloud-api.sg",
    ];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "adx.monitor.azure.com", "adx.loganalytics.azure.com", "adx.applicationinsights.azure.com",
        "ade.loganalytics.io", "ade.applicationinsights.io",
        "adx.monitor.azure.us", "adx.loganalytics.azure.us", "adx.applicationinsights.azure.us",
        "adx.monitor.azure.cn", "adx.loganalytics.azure.cn", "adx.applicationinsights.azure.cn",
    };

    /// <summary>True for a host that may have a token.</summary>
    public static bool Contain(string host) =>
        Names.Contains(host) || Suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
}
