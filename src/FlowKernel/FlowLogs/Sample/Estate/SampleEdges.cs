using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>What the estate meets the world with: circuits, gateways, the branch office, the load balancer.</summary>
internal static class SampleEdges
{
    public static readonly IReadOnlyList<ExpressRouteCircuitEntry> Circuits =
    [
        Circuit("er-washington", "10.4.0.0/17", "Equinix", "Washington DC", 1000),
        Circuit("er-dallas", "10.4.128.0/17", "Megaport", "Dallas", 200),
    ];

    public static readonly IReadOnlyList<NetworkGatewayEntry> Gateways =
    [
        new()
        {
            Id = SampleIds.Of("virtualNetworkGateways", "ergw"),
            Region = SampleIds.EastUs2,
            Type = "ExpressRoute",
        },
        new()
        {
            Id = SampleIds.Of("virtualNetworkGateways", "vpngw"),
            Region = SampleIds.EastUs2,
            Type = "Vpn",
            ClientPrefixes = ["172.16.201.0/24"],
        },
    ];

    public static readonly IReadOnlyList<LocalNetworkGatewayEntry> Branches =
    [
        new()
        {
            Id = SampleIds.Of("localNetworkGateways", "branch"),
            Region = SampleIds.EastUs2,
            Connection = SampleIds.Of("connections", "vpngw-branch"),
            Prefixes = ["10.5.0.0/16"],
        },
    ];

    public static readonly IReadOnlyList<LoadBalancerEntry> LoadBalancers =
    [
        new()
        {
            Id = SampleIds.Of("loadBalancers", "web"),
            Region = SampleIds.EastUs2,
            Frontends = [SampleHosts.FrontendIp],
            Backends = ["10.1.1.68", "10.1.1.69", "10.1.1.70"],
        },
    ];

    public static readonly IReadOnlyList<PrivateEndpointEntry> PrivateEndpoints =
    [
        new()
        {
            Id = SampleIds.Of("privateEndpoints", "archive-pe"),
            PrivateIps = [SampleHosts.ArchiveEndpointIp],
            Target = $"/subscriptions/{SampleIds.Subscription}/resourceGroups/flowlogs/providers/" +
                "Microsoft.Storage/storageAccounts/archive",
        },
    ];

    private static ExpressRouteCircuitEntry Circuit(
        string name, string prefix, string provider, string location, int megabits) => new()
        {
            Id = SampleIds.Of("expressRouteCircuits", name),
            Region = SampleIds.EastUs2,
            Connection = SampleIds.Of("connections", $"ergw-{name}"),
            Prefixes = [prefix],
            Provider = provider,
            PeeringLocation = location,
            BandwidthMbps = megabits,
        };
}
