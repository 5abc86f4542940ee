namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>The names of the estate's resources as Azure Resource Manager ids.</summary>
internal static class SampleIds
{
    public const string Subscription = "7b2e4f10-6c1d-4f0e-9a54-0d3c5b8e2a71";
    public const string EastUs2 = "eastus2";
    public const string WestUs2 = "westus2";

    private const string Group = $"/subscriptions/{Subscription}/resourceGroups/flowlogs/providers/";

    public static string Network(string name) => $"{Group}Microsoft.Network/virtualNetworks/{name}";

    public static string Machine(string name) => $"{Group}Microsoft.Compute/virtualMachines/{name}";

    public static string Of(string type, string name) => $"{Group}Microsoft.Network/{type}/{name}";

    public static string FlowLog(string region, string network) =>
        $"/subscriptions/{Subscription}/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers/" +
        $"NetworkWatcher_{region}/flowLogs/flowlog-{network}";
}
