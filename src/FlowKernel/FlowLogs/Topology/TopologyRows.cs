using System.Globalization;
using FlowKernel.FlowLogs.Rows;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>
/// The rows of NTATopologyDetails for one discovery of a topology: one a resource, and one a subnet, route, peering and
/// security rule. Names are <c>group/name</c>, a child's <c>group/parent/child</c>; lists are space-separated.
/// </summary>
public static class TopologyRows
{
    /// <summary>The rows of one discovery.</summary>
    public static IEnumerable<TopologyRow> Of(TopologyFile file, DateTime discovered) =>
        Resources(file).Select(r => new TopologyRow(Common(r, discovered)));

    private static IEnumerable<Resource> Resources(TopologyFile file) =>
    [
        .. file.VirtualNetworks.SelectMany(Network),
        .. file.NetworkInterfaces.SelectMany(nic => Nic(nic)),
        .. file.LoadBalancers.Select(b => Balancer(b, "LoadBalancer")),
        .. file.ApplicationGateways.Select(b => Balancer(b, "ApplicationGateway")),
        .. file.VirtualNetworkGateways.Select(Gateway),
        .. file.LocalNetworkGateways.Select(LocalGateway),
        .. file.ExpressRouteCircuits.Select(Circuit),
        .. file.RouteTables.SelectMany(RouteTable),
        .. file.NetworkSecurityGroups.SelectMany(SecurityGroup),
        .. file.PrivateEndpoints.Select(PrivateEndpoint),
    ];

    private static Dictionary<string, object> Common(Resource resource, DateTime discovered)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["TimeGenerated"] = discovered,
            ["TimeProcessed"] = discovered,
            ["SubType"] = "Topology",
            ["AzureResourceType"] = resource.Type,
            ["Name"] = resource.Name,
            ["Subscription"] = resource.Id.Subscription,
            ["Region"] = resource.Region,
            ["DiscoveryRegion"] = resource.Region,
        };
        foreach (var (column, value) in resource.Columns.Where(c => c.Value is not null and not ""))
            columns[column] = value!;
        return columns;
    }

    private static IEnumerable<Resource> Network(VirtualNetworkEntry entry)
    {
        var id = Id(entry.Id);
        yield return new(
            "VirtualNetwork", id, id.GroupAndName, entry.Region, [("AddressPrefixes", List(entry.Prefixes))]);
        foreach (var subnet in entry.Subnets)
            yield return Subnet(id, entry.Region, subnet);
        foreach (var peering in entry.Peerings)
            yield return Peering(id, entry.Region, peering);
    }

    private static Resource Subnet(AzureResourceId network, string region, SubnetEntry entry) => new(
        "Subnetwork", network, $"{network.GroupAndName}/{entry.Name.ToLowerInvariant()}", region,
        [
            ("AddressPrefixes", List(entry.Prefixes)),
            ("SubnetPrefixes", List(entry.Prefixes)),
            ("Network", network.GroupAndName),
            ("RouteTable", Short(entry.RouteTable)),
            ("Nsg", Short(entry.NetworkSecurityGroup)),
        ]);

    private static Resource Peering(AzureResourceId network, string region, PeeringEntry entry) => new(
        "VirtualNetworkPeering", network, $"{network.GroupAndName}/{entry.Name.ToLowerInvariant()}", region,
        [
            ("VirtualNetwork1", network.GroupAndName),
            ("VirtualNetwork2", Short(entry.Remote)),
            ("AllowForwardedTraffic", entry.AllowForwardedTraffic),
            ("AllowGatewayTransit", entry.AllowGatewayTransit),
            ("UseRemoteGateways", entry.UseRemoteGateways),
        ]);

    private static IEnumerable<Resource> Nic(NetworkInterfaceEntry entry)
    {
        var id = Id(entry.Id);
        yield return new(
            "NetworkInterface", id, id.GroupAndName, "",
            [
                ("MacAddress", MacAddress.Normalize(entry.Mac)),
                ("PrivateIpAddresses", List(entry.PrivateIps)),
                ("PublicIpAddresses", List(entry.PublicIps)),
                ("Subnetwork", Short(entry.Subnet)),
                ("VirtualMachine", Short(entry.VirtualMachine)),
                ("EnableIpForwarding", entry.IpForwarding),
                ("IsVirtualAppliance", entry.IpForwarding),
            ]);
        if (AzureResourceId.TryParse(entry.VirtualMachine) is { } vm)
        {
            yield return new(
                "VirtualMachine", vm, vm.GroupAndName, "", [("PrivateIpAddresses", List(entry.PrivateIps))]);
        }
    }

    private static Resource Balancer(LoadBalancerEntry entry, string type)
    {
        var id = Id(entry.Id);
        return new(
            type, id, id.GroupAndName, entry.Region,
            [("FrontendIps", List(entry.Frontends)), ("BackendIpAddress", List(entry.Backends))]);
    }

    private static Resource Gateway(NetworkGatewayEntry entry)
    {
        var id = Id(entry.Id);
        return new(
            "VirtualNetworkGateway", id, id.GroupAndName, entry.Region,
            [("GatewayType", entry.Type), ("VpnClientAddressPrefixes", List(entry.ClientPrefixes))]);
    }

    private static Resource LocalGateway(LocalNetworkGatewayEntry entry)
    {
        var id = Id(entry.Id);
        return new(
            "LocalNetworkGateway", id, id.GroupAndName, entry.Region, [("AddressPrefixes", List(entry.Prefixes))]);
    }

    private static Resource Circuit(ExpressRouteCircuitEntry entry)
    {
        var id = Id(entry.Id);
        var provider = string.Create(
            CultureInfo.InvariantCulture, $"{entry.Provider};{entry.BandwidthMbps};{entry.PeeringLocation}");
        return new(
            "ExpressRouteCircuit", id, id.GroupAndName, entry.Region,
            [
                ("PeeringType", entry.PeeringType),
                ("AddressPrefixes", List(entry.Prefixes)),
                ("ServiceProviderProperties", entry.Provider == "" ? "" : provider),
            ]);
    }

    private static IEnumerable<Resource> RouteTable(RouteTableEntry entry)
    {
        var id = Id(entry.Id);
        yield return new("RouteTable", id, id.GroupAndName, entry.Region, []);
        foreach (var route in entry.Routes)
        {
            yield return new(
                "Route", id, $"{id.GroupAndName}/{route.Name.ToLowerInvariant()}", entry.Region,
                [
                    ("RouteTable", id.GroupAndName),
                    ("AddressPrefixes", route.Prefix),
                    ("NextHopType", route.NextHopType),
                    ("NextHopIp", route.NextHopIp),
                ]);
        }
    }

    private static IEnumerable<Resource> SecurityGroup(NetworkSecurityGroupEntry entry)
    {
        var id = Id(entry.Id);
        yield return new("NetworkSecurityGroup", id, id.GroupAndName, entry.Region, []);
        foreach (var rule in entry.Rules)
        {
            yield return new(
                "NetworkSecurityGroupRule", id, $"{id.GroupAndName}/{rule.Name.ToLowerInvariant()}", entry.Region,
                [
                    ("Nsg", id.GroupAndName),
                    ("Direction", rule.Direction),
                    ("Access", rule.Access),
                    ("Priority", rule.Priority),
                    ("Protocol", rule.Protocol),
                    ("SourceAddressPrefix", rule.Source),
                    ("SourcePortRange", rule.SourcePorts),
                    ("DestinationAddressPrefix", rule.Destination),
                    ("DestinationPortRange", rule.DestinationPorts),
                ]);
        }
    }

    private static Resource PrivateEndpoint(PrivateEndpointEntry entry)
    {
        var id = Id(entry.Id);
        return new(
            "PrivateEndpoint", id, id.GroupAndName, "",
            [
                ("PrivateIpAddresses", List(entry.PrivateIps)),
                ("PrivateEndpointResourceId", id.GroupAndName),
                ("PrivateLinkResourceId", entry.Target),
            ]);
    }

    private static string List(IReadOnlyList<string> texts) => string.Join(' ', texts);

    private static string Short(string id) => AzureResourceId.TryParse(id)?.GroupAndName ?? id;

    // A map was built from the file before, which checked the ids.
    private static AzureResourceId Id(string id) => AzureResourceId.TryParse(id)
        ?? throw new ArgumentException($"'{id}' is not a resource id.", nameof(id));

    private sealed record Resource(
        string Type, AzureResourceId Id, string Name, string Region, (string Column, object? Value)[] Columns);
}
