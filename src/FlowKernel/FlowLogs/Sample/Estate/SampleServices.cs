namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>A public prefix of an Azure service, as a service tag has it.</summary>
/// <param name="Tag">The tag's name, such as <c>Storage.EastUS2</c>.</param>
/// <param name="Service">The service, such as <c>AzureStorage</c>.</param>
/// <param name="Region">The region, such as <c>eastus2</c>; empty for a global service.</param>
/// <param name="Prefix">The prefix.</param>
public sealed record SampleService(string Tag, string Service, string Region, string Prefix);

/// <summary>The Azure services that the estate uses.</summary>
internal static class SampleServices
{
    public const string Platform = "168.63.129.16";
    public const string StorageEast = "20.60.88.36";
    public const string StorageWest = "20.60.152.4";
    public const string Monitor = "20.44.17.220";
    public const string KeyVault = "20.62.59.8";
    public const string Identity = "20.190.151.7";

    public static readonly IReadOnlyList<SampleService> All =
    [
        new("Storage.EastUS2", "AzureStorage", "eastus2", "20.60.88.0/22"),
        new("Storage.WestUS2", "AzureStorage", "westus2", "20.60.152.0/23"),
        new("AzureMonitor.EastUS2", "AzureMonitor", "eastus2", "20.44.16.0/22"),
        new("AzureKeyVault.EastUS2", "AzureKeyVault", "eastus2", "20.62.58.0/23"),
        new("AzureActiveDirectory", "AzureAD", "", "20.190.128.0/18"),
    ];
}
