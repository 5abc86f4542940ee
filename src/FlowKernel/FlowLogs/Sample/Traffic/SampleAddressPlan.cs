using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Sample.Estate;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>Which interface, subnet, network or gateway an address of the estate belongs to.</summary>
internal static class SampleAddressPlan
{
    private static readonly Dictionary<IpNumber, SampleHost> Hosts =
        SampleHosts.All.ToDictionary(h => IpNumber.Parse(h.Ip));

    private static readonly PrefixTable<(VirtualNetworkEntry Network, SubnetEntry Subnet)> Subnets = new(
        from network in SampleNetworks.All
        from subnet in network.Subnets
        from prefix in subnet.Prefixes
        select KeyValuePair.Create(IpPrefix.Parse(prefix), (network, subnet)));

    private static readonly PrefixTable<SampleHost> Sites = new(
    [
        .. Gates(SampleEdges.Circuits.SelectMany(c => c.Prefixes), SampleHosts.ExpressRouteGateway),
        .. Gates(SampleEdges.Branches.SelectMany(b => b.Prefixes), SampleHosts.VpnGateway),
        .. Gates(SampleEdges.Gateways.SelectMany(g => g.ClientPrefixes), SampleHosts.VpnGateway),
    ]);

    /// <summary>The host that has this address, or null.</summary>
    public static SampleHost? HostOf(IpNumber address) => Hosts.GetValueOrDefault(address);

    /// <summary>The gateway to the site that has this address, or null.</summary>
    public static SampleHost? GatewayTo(IpNumber address) =>
        Sites.TryMatch(address, out var gateway) ? gateway : null;

    /// <summary>The subnet of an address, or null.</summary>
    public static SubnetEntry? SubnetOf(IpNumber address) =>
        Subnets.TryMatch(address, out var place) ? place.Subnet : null;

    /// <summary>The virtual network of an address, or null.</summary>
    public static VirtualNetworkEntry? NetworkOf(IpNumber address) =>
        Subnets.TryMatch(address, out var place) ? place.Network : null;

    private static IEnumerable<KeyValuePair<IpPrefix, SampleHost>> Gates(
        IEnumerable<string> prefixes, SampleHost gateway) =>
        prefixes.Select(p => KeyValuePair.Create(IpPrefix.Parse(p), gateway));
}
