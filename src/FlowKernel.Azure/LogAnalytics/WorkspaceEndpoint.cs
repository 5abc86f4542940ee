namespace FlowKernel.Azure.LogAnalytics;

/// <summary>
/// Where Log Analytics answers, by cloud (https://learn.microsoft.com/azure/azure-monitor/logs/api/overview).
/// </summary>
internal static class WorkspaceEndpoint
{
    /// <summary>That of the public cloud.</summary>
    public const string Public = "https://api.loganalytics.azure.com";

    private const string PublicScope = "https://api.loganalytics.io/.default";

    private static readonly Dictionary<string, string> Scopes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api.loganalytics.azure.com"] = PublicScope,
        ["api.loganalytics.io"] = PublicScope,
        ["api.loganalytics.us"] = "https://api.loganalytics.us/.default",
        ["api.loganalytics.azure.cn"] = "https://api.loganalytics.azure.cn/.default",
    };

    /// <summary>True for a host of Log Analytics.</summary>
    public static bool IsKnown(string host) => Scopes.ContainsKey(host);

    /// <summary>What a token for a host is made for.</summary>
    public static string ScopeOf(string host) => Scopes.GetValueOrDefault(host, PublicScope);
}
