using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>The virtual networks: a hub, two spokes beside it, and a third one in another region.</summary>
internal static class SampleNetworks
{
    public static readonly IReadOnlyList<VirtualNetworkEntry> All =
    [
        Network(
            "hub", SampleIds.EastUs2, ["10.0.0.0/22"],
            [
                Subnet("AzureFirewallSubnet", "10.0.0.0/26"),
                Subnet("GatewaySubnet", "10.0.0.64/26", routes: "rt-gateway"),
                Subnet("AzureBastionSubnet", "10.0.0.128/26"),
                Subnet("shared", "10.0.1.0/24", "nsg-shared", "rt-shared"),
            ],
            Peering("hub", "spoke1"), Peering("hub", "spoke2"), Peering("hub", "spoke3")),
        Network(
            "spoke1", SampleIds.EastUs2, ["10.1.1.0/24"],
            [
                Subnet("vm", "10.1.1.0/27", "nsg-vm", "rt-vm"),
                Subnet("app", "10.1.1.32/27", "nsg-app", "rt-app"),
                Subnet("web", "10.1.1.64/27", "nsg-web", "rt-web"),
                Subnet("endpoints", "10.1.1.96/27"),
            ],
            Peering("spoke1", "hub")),
        Network(
            "spoke2", SampleIds.EastUs2, ["10.1.2.0/24"],
            [
                Subnet("data", "10.1.2.0/26", "nsg-data", "rt-data"),
                Subnet("batch", "10.1.2.64/26", "nsg-batch", "rt-batch"),
            ],
            Peering("spoke2", "hub"), Peering("spoke2", "spoke3")),
        Network(
            "spoke3", SampleIds.WestUs2, ["10.1.3.0/24"],
            [
                Subnet("data", "10.1.3.0/26", "nsg-dr"),
                Subnet("analytics", "10.1.3.64/26", "nsg-analytics"),
            ],
            Peering("spoke3", "hub"), Peering("spoke3", "spoke2")),
    ];

    private static VirtualNetworkEntry Network(
        string name, string region, IReadOnlyList<string> prefixes, IReadOnlyList<SubnetEntry> subnets,
        params IReadOnlyList<PeeringEntry> peerings) => new()
        {
            Id = SampleIds.Network(name),
            Region = region,
            Prefixes = prefixes,
            Subnets = subnets,
            Peerings = peerings,
        };

    private static SubnetEntry Subnet(
        string name, string prefix, string? security = null, string? routes = null) => new()
        {
            Name = name,
            Prefixes = [prefix],
            NetworkSecurityGroup = security is null ? "" : SampleIds.Of("networkSecurityGroups", security),
            RouteTable = routes is null ? "" : SampleIds.Of("routeTables", routes),
        };

    private static PeeringEntry Peering(string network, string remote) => new()
    {
        Name = $"{network}-{remote}",
        Remote = SampleIds.Network(remote),
        AllowForwardedTraffic = true,
        AllowGatewayTransit = network == "hub",
        UseRemoteGateways = remote == "hub",
    };
}
