using System.Text;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Aggregation;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Rows;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.Tests.FlowLogs.Enrichment;

public sealed class FlowEnricherTests
{
    private const string Provider = "/subscriptions/S1/resourceGroups/FlowLogs/providers/Microsoft.Network/";
    private const string Compute = "/subscriptions/S1/resourceGroups/FlowLogs/providers/Microsoft.Compute/";
    private const string Spoke = Provider + "virtualNetworks/spoke1";
    private const string Hub = Provider + "virtualNetworks/hub";

    private static readonly TopologyFile Topology = new()
    {
        VirtualNetworks =
        [
            new()
            {
                Id = Spoke, Region = "EastUS2", Prefixes = ["10.1.0.0/16"],
                Subnets = [new() { Name = "Web", Prefixes = ["10.1.1.0/27"] }],
                Peerings = [new() { Name = "to-hub", Remote = Hub }],
            },
            new() { Id = Hub, Region = "eastus2", Prefixes = ["10.0.0.0/16"] },
            new() { Id = Provider + "virtualNetworks/island", Prefixes = ["10.9.0.0/16"] },
        ],
        NetworkInterfaces =
        [
            new()
            {
                Id = Provider + "networkInterfaces/Vm8Nic", Mac = "60-45-BD-BA-52-72", PrivateIps = ["10.1.1.8"],
                PublicIps = ["198.51.101.8"],
                VirtualMachine = Compute + "virtualMachines/Vm8",
            },
            new()
            {
                Id = Provider + "networkInterfaces/fw", Mac = "00224800AAAA", PrivateIps = ["10.0.0.4"],
                IpForwarding = true,
            },
        ],
        LoadBalancers =
        [
            new() { Id = Provider + "loadBalancers/web", Frontends = ["10.1.1.4"], Backends = ["10.1.1.8"] },
        ],
        VirtualNetworkGateways =
        [
            new() { Id = Provider + "virtualNetworkGateways/vpn", ClientPrefixes = ["172.16.0.0/24"] },
        ],
        LocalNetworkGateways =
        [
            new()
            {
                Id = Provider + "localNetworkGateways/branch", Prefixes = ["192.168.0.0/16"],
                Connection = Provider + "connections/branch",
            },
        ],
        ExpressRouteCircuits =
        [
            new()
            {
                Id = Provider + "expressRouteCircuits/er1", Prefixes = ["10.4.0.0/16"],
                Connection = Provider + "connections/er",
            },
        ],
        NetworkSecurityGroups = [new() { Id = Provider + "networkSecurityGroups/Web-Nsg", Guid = "A43A8170" }],
        PrivateEndpoints =
        [
            new()
            {
                Id = Provider + "privateEndpoints/pe", PrivateIps = ["10.1.1.30"], Target = Provider + "x/store1",
            },
        ],
        PublicPrefixes = [new() { Prefix = "136.144.0.0/16", Owner = "Packet Host Inc.", Country = "US" }],
    };

    private static readonly EnrichmentSources Sources = new()
    {
        Map = NetworkMap.Build(Topology).OrThrow(),
        ServiceTags = new(
        [
            KeyValuePair.Create(
                IpPrefix.Parse("20.60.0.0/16"), new ServiceTag("Storage.EastUS2", "AzureStorage", "eastus2")),
        ]),
        Threats = ThreatList.Read(["203.0.114.9,C2,control server"], "t").OrThrow(),
    };

    [Theory]
    [InlineData("10.1.1.8", "10.1.1.9", "IntraVNet")]
    [InlineData("10.1.1.8", "10.0.0.9", "InterVNet")]
    [InlineData("10.1.1.8", "10.4.2.1", "S2S")]
    [InlineData("10.4.2.1", "10.1.1.8", "S2S")]
    [InlineData("10.1.1.8", "192.168.7.7", "S2S")]
    [InlineData("172.16.0.9", "10.1.1.8", "P2S")]
    [InlineData("10.1.1.8", "20.60.1.1", "AzurePublic")]
    [InlineData("10.1.1.8", "168.63.129.16", "AzurePublic")]
    [InlineData("10.1.1.8", "136.144.58.113", "ExternalPublic")]
    [InlineData("136.144.58.113", "10.1.1.8", "ExternalPublic")]
    [InlineData("10.1.1.8", "203.0.114.9", "MaliciousFlow")]
    [InlineData("10.1.1.8", "10.200.0.1", "UnknownPrivate")]
    [InlineData("10.1.1.8", "fd00::1", "UnknownPrivate")]
    [InlineData("10.1.1.8", "2600::1", "ExternalPublic")]
    [InlineData("10.1.1.8", "198.51.101.8", "ExternalPublic")]
    [InlineData("136.144.58.113", "8.8.8.8", "Unknown")]
    public void FlowTypeFollowsFromBothEnds(string source, string destination, string expected) =>
        Assert.Equal(
            expected, Enrich($"1710413941978,{source},{destination},1,443,6,O,E,NX,1,100,2,200", mac: "").FlowType);

    [Fact]
    public void EndsInsideNetworksAreNamedInLowerCase()
    {
        var row = Enrich("1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,E,NX,1,100,2,200");

        Assert.Equal(("flowlogs/vm8", "flowlogs/vm8nic"), (row.SrcVm, row.SrcNic));
        Assert.Equal(("flowlogs/spoke1/web", "flowlogs/spoke1/web"), (row.SrcSubnet, row.DestSubnet));
        Assert.Equal(("s1", "eastus2"), (row.SrcSubscription, row.SrcRegion));
        Assert.Equal(("s1/flowlogs/web", ""), (row.SrcLoadBalancer, row.DestLoadBalancer));
        Assert.Equal(("", ""), (row.DestVm, row.ConnectionType));
    }

    [Fact]
    public void LoadBalancerIsNamedAtFrontendsAndBackends()
    {
        var row = Enrich("1710413941978,10.1.1.8,10.1.1.4,1,80,6,O,E,NX,1,100,2,200");

        Assert.Equal(("s1/flowlogs/web", "s1/flowlogs/web"), (row.SrcLoadBalancer, row.DestLoadBalancer));
    }

    [Theory]
    [InlineData("10.1.1.8", "10.0.0.9", "VNetPeering", "s1/flowlogs/spoke1/to-hub")]
    [InlineData("10.0.0.9", "10.1.1.8", "VNetPeering", "s1/flowlogs/spoke1/to-hub")]
    [InlineData("10.1.1.8", "10.9.0.9", "", "")]
    [InlineData("10.1.1.8", "10.4.2.1", "ExpressRoute", "s1/flowlogs/er")]
    [InlineData("192.168.7.7", "10.1.1.8", "VpnGateway", "s1/flowlogs/branch")]
    [InlineData("172.16.0.9", "10.1.1.8", "VpnGateway", "s1/flowlogs/vpn_172.16.0.9")]
    public void ConnectionIsNamed(string source, string destination, string type, string name)
    {
        var row = Enrich($"1710413941978,{source},{destination},1,443,6,O,E,NX,1,100,2,200");

        Assert.Equal((type, name), (row.ConnectionType, row.ConnectionName));
    }

    [Fact]
    public void ExpressRouteCircuitStandsOnItsSide()
    {
        var row = Enrich("1710413941978,10.4.2.1,10.1.1.8,1,443,6,I,E,NX,1,100,2,200");

        Assert.Equal(("s1/flowlogs/er1", ""), (row.SrcExpressRouteCircuit, row.DestExpressRouteCircuit));
        Assert.Equal("AzurePrivatePeering", row.ExpressRouteCircuitPeeringType);
    }

    [Fact]
    public void PublicPeersKeepTheirAddressAndArePackedToo()
    {
        var row = Enrich("1710413941978,10.1.1.8,136.144.58.113,1,443,6,O,E,NX,1,100,2,200");

        Assert.Equal(("10.1.1.8", "136.144.58.113"), (row.SrcIp, row.DestIp));
        Assert.Equal(("", "136.144.58.113|0|1|1|2|100|200"), (row.SrcPublicIps, row.DestPublicIps));
        Assert.Equal(("US", ""), (row.Country, row.AzureRegion));
    }

    [Fact]
    public void AzurePeersHaveRegionAndServiceTag()
    {
        var row = Enrich("1710413941978,10.1.1.8,20.60.1.1,1,443,6,O,E,NX,1,100,2,200");

        Assert.Equal(("", "eastus2", "20.60.1.1|Storage.EastUS2"), (row.Country, row.AzureRegion, row.DestServiceTags));
    }

    [Fact]
    public void PrivateEndpointIsNamed()
    {
        var row = Enrich("1710413941978,10.1.1.8,10.1.1.30,1,443,6,O,E,NX,1,100,2,200");

        Assert.Equal(("flowlogs/pe", Provider + "x/store1", "store1"),
            (row.PrivateEndpointResourceId, row.PrivateLinkResourceId, row.PrivateLinkResourceName));
    }

    [Theory]
    [InlineData("00224800AAAA", "10.1.1.8", "10.4.2.1", true)]
    [InlineData("00224800AAAA", "10.1.1.8", "10.0.0.4", false)]
    [InlineData("6045BDBA5272", "10.1.1.9", "10.4.2.1", false)]
    [InlineData("FFFFFFFFFFFF", "10.1.1.8", "10.4.2.1", false)]
    public void HopIsAForwardingInterfaceThatIsNeitherEnd(
        string mac, string source, string destination, bool expected) =>
        Assert.Equal(expected, Enrich(
            $"1710413941978,{source},{destination},1,443,6,I,E,NX,1,100,2,200", mac: mac).IsFlowCapturedAtUdrHop);

    [Theory]
    [InlineData("a43a8170", "s1/flowlogs/web-nsg")]
    [InlineData("unspecified", "unspecified")]
    [InlineData(Provider + "networkSecurityGroups/Other", "s1/flowlogs/other")]
    public void AclGroupIsTheSecurityGroupWhereItIsKnown(string acl, string expected) => Assert.Equal(
        expected, Enrich("1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,E,NX,1,100,2,200", acl: acl).AclGroup);

    [Theory]
    [InlineData(Spoke, "s1/flowlogs/spoke1", "VirtualNetwork")]
    [InlineData(Spoke + "/subnets/Web", "s1/flowlogs/spoke1/web", "Subnet")]
    [InlineData(Provider + "networkInterfaces/Vm8Nic", "s1/flowlogs/vm8nic", "NetworkInterface")]
    [InlineData("-", "s1/flowlogs/spoke1", "VirtualNetwork")]
    [InlineData("", "s1/flowlogs/spoke1", "VirtualNetwork")]
    public void TargetIsTheLoggedResourceOrElseTheInterfacesNetwork(string target, string id, string type)
    {
        var row = Enrich("1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,E,NX,1,100,2,200", target: target);

        Assert.Equal((id, type), (row.TargetResourceId, row.TargetResourceType));
    }

    [Theory]
    [InlineData(6, 443, "T", "https")]
    [InlineData(17, 53, "U", "dns")]
    [InlineData(6, 54321, "T", "")]
    [InlineData(1, 443, "ICMP", "")]
    [InlineData(253, 0, "253", "")]
    public void ProtocolsAreNamed(int protocol, int port, string l4, string l7)
    {
        var row = Enrich($"1710413941978,10.1.1.8,10.1.1.9,1,{port},{protocol},O,E,NX,1,100,2,200");

        Assert.Equal((l4, l7), (row.L4Protocol, row.L7Protocol));
    }

    [Fact]
    public void FlowsAreCountedByDirectionAndVerdict()
    {
        Assert.Equal((1, 0, 0, 0), Counts(Enrich("1710413941978,10.1.1.9,10.1.1.8,1,443,6,I,B,NX,,,,")));
        Assert.Equal((0, 1, 0, 0), Counts(Enrich("1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,B,NX,,,,")));
        Assert.Equal((0, 0, 1, 0), Counts(Enrich("1710413941978,10.1.1.9,10.1.1.8,1,443,6,I,D,NX,,,,")));
        Assert.Equal((0, 0, 0, 1), Counts(Enrich("1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,D,NX,,,,")));
    }

    [Fact]
    public void IntervalIsTheTimeThatQueriesGoBy()
    {
        var row = Enrich("1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,E,NX,1,100,2,200");

        var hour = new DateTime(2024, 3, 14, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal((hour, hour), (row.TimeGenerated, row.FlowIntervalStartTime));
        Assert.Equal(hour.AddHours(1), row.FlowIntervalEndTime);
        Assert.Equal(hour.AddMinutes(59).AddMilliseconds(1978), row.FlowEndTime);
    }

    [Fact]
    public void WithoutTopologyTheCapturedSideIsInTheLoggedNetwork()
    {
        var row = Enrich("1710413941978,10.1.1.8,136.144.58.113,1,443,6,O,E,NX,1,100,2,200", sources: new());

        Assert.Equal(("ExternalPublic", "s1"), (row.FlowType, row.SrcSubscription));
        Assert.Equal("UnknownPrivate", Enrich(
            "1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,E,NX,1,100,2,200", sources: new()).FlowType);
    }

    [Fact]
    public void OverlappingAddressesBelongToTheCapturedNetwork()
    {
        const string twin = Provider + "virtualNetworks/twin";
        var map = NetworkMap.Build(Topology, new TopologyFile
        {
            VirtualNetworks =
            [
                new()
                {
                    Id = twin, Prefixes = ["10.1.0.0/16"],
                    Subnets = [new() { Name = "Web", Prefixes = ["10.1.1.0/27"] }],
                },
            ],
        }).OrThrow();

        var row = Enrich(
            "1710413941978,10.1.1.8,10.1.1.9,1,443,6,O,E,NX,1,100,2,200",
            mac: "", target: twin, sources: new() { Map = map });

        Assert.Equal(("flowlogs/twin/web", ""), (row.SrcSubnet, row.SrcVm));
    }

    private static (long, long, long, long) Counts(NetAnalyticsRow row) =>
        (row.AllowedInFlows, row.AllowedOutFlows, row.DeniedInFlows, row.DeniedOutFlows);

    private static NetAnalyticsRow Enrich(
        string tuple, string mac = "6045BDBA5272", string acl = "acl", string target = Spoke,
        EnrichmentSources? sources = null)
    {
        Assert.True(FlowTupleParser.TryParse(Encoding.UTF8.GetBytes(tuple), out var parsed));
        var aggregator = new FlowAggregator(TimeSpan.FromHours(1));
        aggregator.Add(new FlowOrigin(mac, "", target, acl, "rule"), parsed);
        var enricher = new FlowEnricher(sources ?? Sources, DateTime.UnixEpoch);
        return enricher.Enrich(aggregator.Flows.Single(), aggregator.Interval).Row;
    }
}
