using System.Globalization;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample.Estate;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>Decides flows by the rules of the network security groups: the first match by priority counts.</summary>
/// <remarks>https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview</remarks>
internal static class SampleGuard
{
    private static readonly IpNumber Platform = IpNumber.Parse(SampleServices.Platform);

    // What the tag VirtualNetwork covers: the networks, what is peered, and what the gateways reach.
    private static readonly IpPrefix[] Known =
    [
        .. new[] { "10.0.0.0/22", "10.1.0.0/16", "10.4.0.0/16", "10.5.0.0/16", "172.16.201.0/24" }
            .Select(IpPrefix.Parse),
    ];

    public static Verdict Decide(
        SampleHost host, TupleDirection direction, IpNumber source, IpNumber destination, ushort port)
    {
        var id = SampleAddressPlan.SubnetOf(IpNumber.Parse(host.Ip))!.NetworkSecurityGroup;
        if (SampleSecurity.All.FirstOrDefault(g => g.Id == id) is not { } group)
            return Verdict.Unguarded;
        var rule = group.Rules
            .Where(r => r.Direction == direction.ToString())
            .OrderBy(r => r.Priority)
            .First(r => Covers(r.Source, source) && Covers(r.Destination, destination) && Covers(r, port));
        return new Verdict(group.Guid, rule.Name, rule.Access == "Allow");
    }

    private static bool Covers(SecurityRuleEntry rule, ushort port) =>
        rule.DestinationPorts == "*" || rule.DestinationPorts == port.ToString(CultureInfo.InvariantCulture);

    private static bool Covers(string prefixOrTag, IpNumber address) => prefixOrTag switch
    {
        "*" => true,
        "VirtualNetwork" => IsKnown(address),
        "Internet" => !IsKnown(address) && address != Platform,
        "AzureLoadBalancer" => address == Platform,
        _ => IpPrefix.Parse(prefixOrTag).Contains(address),
    };

    private static bool IsKnown(IpNumber address) => Array.Exists(Known, p => p.Contains(address));
}
