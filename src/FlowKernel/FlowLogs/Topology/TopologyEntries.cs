namespace FlowKernel.FlowLogs.Topology;

/// <summary>A virtual network.</summary>
public sealed record VirtualNetworkEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The Azure region, such as <c>eastus2</c>.</summary>
    public string Region { get; init; } = "";

    /// <summary>The address space.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>The subnets.</summary>
    public IReadOnlyList<SubnetEntry> Subnets { get; init; } = [];

    /// <summary>The peerings with other networks.</summary>
    public IReadOnlyList<PeeringEntry> Peerings { get; init; } = [];
}

/// <summary>A subnet of a virtual network.</summary>
public sealed record SubnetEntry
{
    /// <summary>The name inside the network.</summary>
    public required string Name { get; init; }

    /// <summary>The prefixes.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>The id of its route table, or empty.</summary>
    public string RouteTable { get; init; } = "";

    /// <summary>The id of its network security group, or empty.</summary>
    public string NetworkSecurityGroup { get; init; } = "";
}

/// <summary>One side of a peering.</summary>
public sealed record PeeringEntry
{
    /// <summary>The peering's name.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the other network.</summary>
    public required string Remote { get; init; }

    /// <summary>Traffic forwarded by an appliance may pass.</summary>
    public bool AllowForwardedTraffic { get; init; }

    /// <summary>The other network may use this network's gateway.</summary>
    public bool AllowGatewayTransit { get; init; }

    /// <summary>This network uses the other's gateway.</summary>
    public bool UseRemoteGateways { get; init; }
}

/// <summary>A network interface, also of an appliance or a firewall.</summary>
public sealed record NetworkInterfaceEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The MAC address: 12 hexadecimal digits, separators allowed.</summary>
    public string Mac { get; init; } = "";

    /// <summary>Its private addresses.</summary>
    public IReadOnlyList<string> PrivateIps { get; init; } = [];

    /// <summary>The public addresses that belong to it.</summary>
    public IReadOnlyList<string> PublicIps { get; init; } = [];

    /// <summary>The id of its subnet; needed only where address spaces overlap.</summary>
    public string Subnet { get; init; } = "";

    /// <summary>The id of its virtual machine, or empty.</summary>
    public string VirtualMachine { get; init; } = "";

    /// <summary>True when it forwards what is not addressed to it (a firewall or another appliance).</summary>
    public bool IpForwarding { get; init; }
}

/// <summary>A load balancer or an application gateway.</summary>
public sealed record LoadBalancerEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The Azure region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The addresses that clients talk to, private or public.</summary>
    public IReadOnlyList<string> Frontends { get; init; } = [];

    /// <summary>The addresses of the members of its backend pools.</summary>
    public IReadOnlyList<string> Backends { get; init; } = [];
}

/// <summary>A virtual network gateway.</summary>
public sealed record NetworkGatewayEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The Azure region.</summary>
    public string Region { get; init; } = "";

    /// <summary><c>Vpn</c> or <c>ExpressRoute</c>.</summary>
    public string Type { get; init; } = "Vpn";

    /// <summary>The address pools of point-to-site VPN clients.</summary>
    public IReadOnlyList<string> ClientPrefixes { get; init; } = [];
}

/// <summary>A customer site behind a VPN gateway.</summary>
public sealed record LocalNetworkGatewayEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The Azure region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The id of the VPN connection, or empty.</summary>
    public string Connection { get; init; } = "";

    /// <summary>The site's prefixes.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];
}

/// <summary>An ExpressRoute circuit.</summary>
public sealed record ExpressRouteCircuitEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The Azure region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The id of the connection to the gateway, or empty.</summary>
    public string Connection { get; init; } = "";

    /// <summary><c>AzurePrivatePeering</c>, <c>AzurePublicPeering</c> or <c>MicrosoftPeering</c>.</summary>
    public string PeeringType { get; init; } = "AzurePrivatePeering";

    /// <summary>The prefixes learned over the circuit.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>The provider's name.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Where the circuit enters, such as <c>Amsterdam</c>.</summary>
    public string PeeringLocation { get; init; } = "";

    /// <summary>The bandwidth in Mbit/s, or null.</summary>
    public int? BandwidthMbps { get; init; }
}

/// <summary>A route table.</summary>
public sealed record RouteTableEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The Azure region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The routes.</summary>
    public IReadOnlyList<RouteEntry> Routes { get; init; } = [];
}

/// <summary>A user-defined route.</summary>
public sealed record RouteEntry
{
    /// <summary>The name inside the table.</summary>
    public required string Name { get; init; }

    /// <summary>The destination prefix or service tag.</summary>
    public required string Prefix { get; init; }

    /// <summary>
    /// <c>VirtualAppliance</c>, <c>VirtualNetworkGateway</c>, <c>VnetLocal</c>, <c>Internet</c> or <c>None</c>.
    /// </summary>
    public required string NextHopType { get; init; }

    /// <summary>The appliance's address, or empty.</summary>
    public string NextHopIp { get; init; } = "";
}

/// <summary>A network security group.</summary>
public sealed record NetworkSecurityGroupEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>The Azure region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The resource GUID, which flow logs print as the ACL's id, or empty.</summary>
    public string Guid { get; init; } = "";

    /// <summary>The rules.</summary>
    public IReadOnlyList<SecurityRuleEntry> Rules { get; init; } = [];
}

/// <summary>A rule of a network security group.</summary>
public sealed record SecurityRuleEntry
{
    /// <summary>The name inside the group.</summary>
    public required string Name { get; init; }

    /// <summary><c>Inbound</c> or <c>Outbound</c>.</summary>
    public required string Direction { get; init; }

    /// <summary><c>Allow</c> or <c>Deny</c>.</summary>
    public required string Access { get; init; }

    /// <summary>The priority; lower counts first.</summary>
    public required int Priority { get; init; }

    /// <summary><c>Tcp</c>, <c>Udp</c>, <c>Icmp</c> or <c>*</c>.</summary>
    public string Protocol { get; init; } = "*";

    /// <summary>The source prefix or service tag.</summary>
    public string Source { get; init; } = "*";

    /// <summary>The source ports.</summary>
    public string SourcePorts { get; init; } = "*";

    /// <summary>The destination prefix or service tag.</summary>
    public string Destination { get; init; } = "*";

    /// <summary>The destination ports.</summary>
    public string DestinationPorts { get; init; } = "*";
}

/// <summary>A private endpoint.</summary>
public sealed record PrivateEndpointEntry
{
    /// <summary>The resource id.</summary>
    public required string Id { get; init; }

    /// <summary>Its private addresses.</summary>
    public IReadOnlyList<string> PrivateIps { get; init; } = [];

    /// <summary>The id of the resource behind it.</summary>
    public string Target { get; init; } = "";
}

/// <summary>A public prefix whose owner is known.</summary>
public sealed record PublicPrefixEntry
{
    /// <summary>The prefix or the address.</summary>
    public required string Prefix { get; init; }

    /// <summary>Who holds it, as in <c>Packet Host Inc.</c></summary>
    public string Owner { get; init; } = "";

    /// <summary>The country, ISO 3166 alpha-2.</summary>
    public string Country { get; init; } = "";
}
