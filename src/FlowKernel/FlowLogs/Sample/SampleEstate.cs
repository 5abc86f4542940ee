using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Sample.Estate;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample;

/// <summary>
/// The sample's estate: a hub with firewall, VPN and ExpressRoute gateway, three spokes in 10.1.0.0/16, on-premises in
/// 10.4.0.0/16 behind two circuits, a branch office, VPN clients, and whom they meet on the internet.
/// </summary>
public static class SampleEstate
{
    /// <summary>The resources, as a topology file has them; owners and countries of public prefixes too.</summary>
    public static TopologyFile Topology { get; } = new()
    {
        VirtualNetworks = SampleNetworks.All,
        NetworkInterfaces = [.. SampleHosts.All.Select(Interface)],
        LoadBalancers = SampleEdges.LoadBalancers,
        VirtualNetworkGateways = SampleEdges.Gateways,
        LocalNetworkGateways = SampleEdges.Branches,
        ExpressRouteCircuits = SampleEdges.Circuits,
        RouteTables = SampleRoutes.All,
        NetworkSecurityGroups = SampleSecurity.All,
        PrivateEndpoints = SampleEdges.PrivateEndpoints,
        PublicPrefixes = SamplePeers.All,
    };

    /// <summary>Azure's service tags, as far as the estate meets them.</summary>
    public static PrefixTable<ServiceTag> ServiceTags { get; } = Table(SampleServices.All);

    /// <summary>The threat feed.</summary>
    public static PrefixTable<Threat> Threats { get; } = Table(SampleThreats.All);

    /// <summary>All that the sample's flows are enriched from.</summary>
    public static EnrichmentSources Sources { get; } = new()
    {
        Map = NetworkMap.Build(Topology).OrThrow(),
        ServiceTags = ServiceTags,
        Threats = Threats,
    };

    private static PrefixTable<T> Table<T>(IEnumerable<(string Prefix, T Value)> entries) =>
        new(entries.Select(e => KeyValuePair.Create(IpPrefix.Parse(e.Prefix), e.Value)));

    private static NetworkInterfaceEntry Interface(SampleHost host) => new()
    {
        Id = host.Nic,
        Mac = host.Mac,
        PrivateIps = [host.Ip],
        PublicIps = host.PublicIp is null ? [] : [host.PublicIp],
        VirtualMachine = host.IsMachine ? SampleIds.Machine(host.Name) : "",
        IpForwarding = host.Forwards,
    };
}
