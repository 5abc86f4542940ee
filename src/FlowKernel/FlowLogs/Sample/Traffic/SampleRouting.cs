using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Sample.Estate;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>
/// Whether a packet goes through the firewall, by the longest-matching route of the subnet where it starts. The tables
/// do not take routes from the gateways, so that theirs count for on-premises.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview</remarks>
internal static class SampleRouting
{
    private const string ToAppliance = "VirtualAppliance";
    private static readonly Dictionary<SubnetEntry, PrefixTable<string>> Tables = SampleNetworks.All
        .SelectMany(n => n.Subnets.Select(s => (Subnet: s, Table: TableOf(n, s))))
        .ToDictionary(p => p.Subnet, p => p.Table, (IEqualityComparer<SubnetEntry>)ReferenceEqualityComparer.Instance);

    public static bool GoesThroughFirewall(SubnetEntry from, IpNumber destination) =>
        Tables[from].TryMatch(destination, out var hop) && hop == ToAppliance;

    // Of equal prefixes the user's route counts, so it comes first.
    private static PrefixTable<string> TableOf(VirtualNetworkEntry network, SubnetEntry subnet)
    {
        var own = SampleRoutes.All.FirstOrDefault(t => t.Id == subnet.RouteTable)?.Routes ?? [];
        var peered = SampleNetworks.All.Where(n => network.Peerings.Any(p => p.Remote == n.Id));
        return new(
        [
            .. own.Select(r => KeyValuePair.Create(IpPrefix.Parse(r.Prefix), r.NextHopType)),
            .. peered.Prepend(network).SelectMany(n => n.Prefixes)
                .Select(p => KeyValuePair.Create(IpPrefix.Parse(p), "VnetLocal")),
        ]);
    }
}
