namespace FlowKernel.FlowLogs.Topology;

/// <summary>
/// An Azure Resource Manager id, lower-cased, and the short shapes in which Traffic Analytics prints it.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/traffic-analytics-schema</remarks>
/// <param name="Subscription">The subscription's id.</param>
/// <param name="ResourceGroup">The resource group.</param>
/// <param name="Type">The resource type after its provider, such as <c>virtualnetworks</c> or
/// <c>virtualnetworks/subnets</c>.</param>
/// <param name="Name">The name; a child's is <c>parent/child</c>.</param>
public sealed record AzureResourceId(string Subscription, string ResourceGroup, string Type, string Name)
{
    /// <summary><c>group/name</c>: VMs, NICs, flow logs; a subnet's is <c>group/vnet/subnet</c>.</summary>
    public string GroupAndName => $"{ResourceGroup}/{Name}";

    /// <summary><c>subscription/group/name</c>: load balancers, gateways, circuits, connections.</summary>
    public string FullName => $"{Subscription}/{ResourceGroup}/{Name}";

    /// <summary>
    /// Reads <c>/subscriptions/S/resourceGroups/G/providers/P/type/name[/type/name...]</c> in any case; null for
    /// other text.
    /// </summary>
    public static AzureResourceId? TryParse(string? id)
    {
        var parts = (id ?? "").ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 8 || parts.Length % 2 != 0 ||
            parts[0] != "subscriptions" || parts[2] != "resourcegroups" || parts[4] != "providers")
            return null;
        var pairs = parts[6..].Chunk(2).ToList();
        return new(
            parts[1], parts[3], string.Join('/', pairs.Select(p => p[0])), string.Join('/', pairs.Select(p => p[1])));
    }
}
