namespace FlowKernel.FlowLogs.Topology;

/// <summary>
/// What a topology file says: the resources around the flow logs, in JSON with camel-case names. Every list may be
/// missing. Ids are Azure Resource Manager ids; addresses and prefixes are texts such as <c>10.1.1.8</c> and
/// <c>10.1.1.0/27</c>.
/// </summary>
/// <example><code>
/// {
///   "virtualNetworks": [{
///     "id": "/subscriptions/S/resourceGroups/flowlogs/providers/Microsoft.Network/virtualNetworks/spoke1",
///     "region": "eastus2", "prefixes": ["10.1.0.0/16"],
///     "subnets": [{ "name": "web", "prefixes": ["10.1.1.0/27"], "routeTable": "/subscriptions/..." }],
///     "peerings": [{ "name": "spoke1-hub", "remote": "/subscriptions/.../virtualNetworks/hub" }]
///   }],
///   "networkInterfaces": [{ "id": "...", "mac": "6045BDBA5272", "privateIps": ["10.1.1.8"], "virtualMachine": "..."
/// }],
///   "loadBalancers": [{ "id": "...", "frontends": ["10.1.1.4"], "backends": ["10.1.1.68", "10.1.1.70"] }],
///   "expressRouteCircuits": [{ "id": "...", "connection": "...", "prefixes": ["10.4.0.0/16"] }],
///   "routeTables": [{ "id": "...", "routes": [{ "name": "onprem", "prefix": "10.4.0.0/16",
///     "nextHopType": "VirtualAppliance", "nextHopIp": "10.0.0.4" }] }],
///   "publicPrefixes": [{ "prefix": "203.0.113.0/24", "owner": "Example Partner Ltd.", "country": "US" }]
/// }
/// </code></example>
public sealed record TopologyFile
{
    /// <summary>Virtual networks with their subnets and peerings.</summary>
    public IReadOnlyList<VirtualNetworkEntry> VirtualNetworks { get; init; } = [];

    /// <summary>Network interfaces; they give VMs to addresses and networks to MAC addresses.</summary>
    public IReadOnlyList<NetworkInterfaceEntry> NetworkInterfaces { get; init; } = [];

    /// <summary>Load balancers.</summary>
    public IReadOnlyList<LoadBalancerEntry> LoadBalancers { get; init; } = [];

    /// <summary>Application gateways.</summary>
    public IReadOnlyList<LoadBalancerEntry> ApplicationGateways { get; init; } = [];

    /// <summary>VPN and ExpressRoute gateways, with the address pools of their VPN clients.</summary>
    public IReadOnlyList<NetworkGatewayEntry> VirtualNetworkGateways { get; init; } = [];

    /// <summary>Customer sites behind VPN gateways.</summary>
    public IReadOnlyList<LocalNetworkGatewayEntry> LocalNetworkGateways { get; init; } = [];

    /// <summary>ExpressRoute circuits and the prefixes learned over them.</summary>
    public IReadOnlyList<ExpressRouteCircuitEntry> ExpressRouteCircuits { get; init; } = [];

    /// <summary>Route tables with their routes.</summary>
    public IReadOnlyList<RouteTableEntry> RouteTables { get; init; } = [];

    /// <summary>Network security groups; their GUIDs name the ACLs in flow logs.</summary>
    public IReadOnlyList<NetworkSecurityGroupEntry> NetworkSecurityGroups { get; init; } = [];

    /// <summary>Private endpoints.</summary>
    public IReadOnlyList<PrivateEndpointEntry> PrivateEndpoints { get; init; } = [];

    /// <summary>Owners of public prefixes that the user knows; they come before any IP database.</summary>
    public IReadOnlyList<PublicPrefixEntry> PublicPrefixes { get; init; } = [];
}
