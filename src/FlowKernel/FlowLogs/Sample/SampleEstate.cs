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

    /// <summary>The Azure services that the estate uses, by public prefix.</summary>
    public static IReadOnlyList<SampleService> Services => SampleServices.All;

    /// <summary>The addresses that the threat feed warns of.</summary>
    public static IReadOnlyList<SampleThreat> Threats => SampleThreats.All;

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
