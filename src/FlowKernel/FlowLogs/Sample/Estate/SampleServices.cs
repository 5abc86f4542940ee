using FlowKernel.FlowLogs.Enrichment;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>The Azure services that the estate uses.</summary>
internal static class SampleServices
{
    public const string Platform = "168.63.129.16";
    public const string StorageEast = "20.60.88.36";
    public const string StorageWest = "20.60.152.4";
    public const string Monitor = "20.44.17.220";
    public const string KeyVault = "20.62.59.8";
    public const string Identity = "20.190.151.7";

    public static readonly IReadOnlyList<(string Prefix, ServiceTag Tag)> All =
    [
        ("20.60.88.0/22", new("Storage.EastUS2", "AzureStorage", "eastus2")),
        ("20.60.152.0/23", new("Storage.WestUS2", "AzureStorage", "westus2")),
        ("20.44.16.0/22", new("AzureMonitor.EastUS2", "AzureMonitor", "eastus2")),
        ("20.62.58.0/23", new("AzureKeyVault.EastUS2", "AzureKeyVault", "eastus2")),
        ("20.190.128.0/18", new("AzureActiveDirectory", "AzureAD", "")),
    ];
}
