using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Sample;
using FlowKernel.FlowLogs.Sample.Estate;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.Tests.Sample;

public sealed class SampleEstateTests
{
    private static readonly TopologyFile Topology = SampleEstate.Topology;

    [Fact]
    public void TheTopologyIsOneThatATopologyFileCanSay() =>
        Assert.True(TopologyFileJson.Read(TopologyFileJson.Write(Topology), "sample").Succeeded);

    [Fact]
    public void EveryInterfaceIsInASubnetAndHasItsOwnMac()
    {
        var prefixes = Topology.VirtualNetworks.SelectMany(n => n.Subnets).SelectMany(s => s.Prefixes).ToList();
        Assert.All(
            Topology.NetworkInterfaces,
            nic => Assert.Single(prefixes, p => IpNumber.Parse(nic.PrivateIps[0]).IsIn(p)));
        Assert.Equal(
            Topology.NetworkInterfaces.Count, Topology.NetworkInterfaces.Select(n => n.Mac).Distinct().Count());
    }

    [Fact]
    public void EveryIdThatIsReferredToExists()
    {
        var subnets = Topology.VirtualNetworks.SelectMany(n => n.Subnets).ToList();
        Assert.Subset(Topology.RouteTables.Select(t => t.Id).ToHashSet(), Used(subnets.Select(s => s.RouteTable)));
        Assert.Subset(
            Topology.NetworkSecurityGroups.Select(g => g.Id).ToHashSet(),
            Used(subnets.Select(s => s.NetworkSecurityGroup)));
        Assert.Subset(
            Topology.VirtualNetworks.Select(n => n.Id).ToHashSet(),
            Used(Topology.VirtualNetworks.SelectMany(n => n.Peerings).Select(p => p.Remote)));
    }

    [Fact]
    public void EveryAddressInTheTrafficIsKnownSaveForOneStray()
    {
        var known = KnownPrefixes().Select(IpPrefix.Parse).ToList();
        var unknown = Tuples.All.SelectMany(t => new[] { t.Source, t.Destination }).Distinct()
            .Where(a => !known.Exists(p => p.Contains(a)))
            .Select(a => a.ToString());
        Assert.Equal(["168.63.129.16", "192.168.77.20"], unknown.Order());
    }

    private static IEnumerable<string> KnownPrefixes() =>
    [
        .. Topology.VirtualNetworks.SelectMany(n => n.Prefixes),
        .. Topology.ExpressRouteCircuits.SelectMany(c => c.Prefixes),
        .. Topology.LocalNetworkGateways.SelectMany(g => g.Prefixes),
        .. Topology.VirtualNetworkGateways.SelectMany(g => g.ClientPrefixes),
        .. Topology.PublicPrefixes.Select(p => p.Prefix),
        .. SampleServices.All.Select(s => s.Prefix),
    ];

    private static HashSet<string> Used(IEnumerable<string> ids) => [.. ids.Where(id => id.Length > 0)];
}
