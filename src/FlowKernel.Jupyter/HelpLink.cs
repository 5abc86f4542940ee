namespace FlowKernel.Jupyter;

/// <summary>An entry in a front end's Help menu.</summary>
public sealed record HelpLink(string Text, string Url)
{
    /// <summary>The languages and the data that cells are about.</summary>
    public static IReadOnlyList<HelpLink> All { get; } =
    [
        new("KQL reference", "https://learn.microsoft.com/kusto/query/"),
        new("C# guide", "https://learn.microsoft.com/dotnet/csharp/"),
        new("Traffic analytics schema",
            "https://learn.microsoft.com/azure/network-watcher/traffic-analytics-schema"),
        new("VNet flow logs", "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview"),
    ];
}
