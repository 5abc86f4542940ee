using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>
/// Tells what an address is, from topology files: longest prefix first, and inside the captured network before
/// elsewhere, since address spaces of unconnected networks may overlap. Immutable; safe for many readers.
/// </summary>
public sealed class NetworkMap
{
    private readonly NetworkMapParts _parts;

    internal NetworkMap(NetworkMapParts parts) => _parts = parts;

    /// <summary>A map of nothing: every private address is unmapped.</summary>
    public static NetworkMap Empty { get; } = new(new NetworkMapParts());

    /// <summary>Public prefixes whose owner the topology tells.</summary>
    internal PrefixTable<PublicPrefixEntry> PublicPrefixes => _parts.PublicPrefixes;

    /// <summary>A map of topology files; each text in them that is no address, prefix or id is an FK0603.</summary>
    public static Outcome<NetworkMap> Build(params IReadOnlyList<TopologyFile> files)
    {
        var builder = new NetworkMapBuilder();
        foreach (var file in files)
            builder.Add(file);
        return builder.Build();
    }

    /// <summary>
    /// What the topology knows of an address that was seen in a captured network
    /// (<c>subscription/group/name</c>, or empty); null when it knows nothing.
    /// </summary>
    public Endpoint? Find(IpNumber address, string capturedNetwork)
    {
        if (FindSubnet(address, capturedNetwork) is { } subnet)
            return Inside(address, subnet);
        if (_parts.VpnClients.TryMatch(address, out var client))
            return new() { Kind = EndpointKind.VpnClient, Site = client };
        if (_parts.Sites.TryMatch(address, out var site))
            return new() { Kind = EndpointKind.Site, Site = site };
        return FindPublicResource(address);
    }

    /// <summary>
    /// The network of an interface, <c>subscription/group/name</c>, by its MAC address; empty if unknown.
    /// </summary>
    public string NetworkOfMac(string mac) => NicOfMac(mac)?.Network ?? "";

    /// <summary>
    /// True when the interface forwards traffic and the flow is neither from nor to it: captured at the hop of a
    /// user-defined route.
    /// </summary>
    public bool IsHop(string mac, IpNumber source, IpNumber destination) =>
        NicOfMac(mac) is { Forwards: true } nic &&
        !nic.Addresses.Contains(source) && !nic.Addresses.Contains(destination);

    /// <summary>True when two networks (<c>subscription/group/name</c>) are peered; gives the peering's name.</summary>
    public bool TryFindPeering(string network, string other, out string peering) =>
        _parts.Peerings.TryGetValue((network, other), out peering!) ||
        _parts.Peerings.TryGetValue((other, network), out peering!);

    /// <summary>
    /// The network security group of an ACL id, <c>subscription/group/name</c>; the id itself if unknown.
    /// </summary>
    public string AclGroup(string aclId) =>
        _parts.SecurityGroups.TryGetValue(aclId, out var group) ? group
        : AzureResourceId.TryParse(aclId)?.FullName ?? aclId;

    private NicPlace? NicOfMac(string mac) => _parts.NicsByMac.GetValueOrDefault(MacAddress.Normalize(mac));

    private SubnetPlace? FindSubnet(IpNumber address, string capturedNetwork)
    {
        if (_parts.Networks.TryGetValue(capturedNetwork, out var own) && own.TryMatch(address, out var inside))
            return inside;
        return _parts.Subnets.TryMatch(address, out var anywhere) ? anywhere : null;
    }

    private Endpoint Inside(IpNumber address, SubnetPlace subnet)
    {
        var nic = _parts.FindNic(address, subnet.Network.FullName);
        return new()
        {
            Kind = EndpointKind.Network,
            Network = subnet.Network.FullName,
            Subnet = subnet.Subnet,
            Subscription = subnet.Network.Subscription,
            Region = subnet.Region,
            Nic = nic?.Name ?? "",
            Vm = nic?.Vm ?? "",
            LoadBalancer = _parts.LoadBalancers.GetValueOrDefault(address, ""),
            ApplicationGateway = _parts.ApplicationGateways.GetValueOrDefault(address, ""),
            PrivateEndpoint = _parts.PrivateEndpoints.GetValueOrDefault(address),
        };
    }

    private Endpoint? FindPublicResource(IpNumber address)
    {
        if (SpecialAddresses.IsPrivate(address))
            return null;
        var nic = _parts.FindNic(address, "");
        var balancer = _parts.LoadBalancers.GetValueOrDefault(address, "");
        var gateway = _parts.ApplicationGateways.GetValueOrDefault(address, "");
        return nic is null && balancer == "" && gateway == "" ? null : new()
        {
            Kind = EndpointKind.ExternalPublic,
            Nic = nic?.Name ?? "",
            Vm = nic?.Vm ?? "",
            LoadBalancer = balancer,
            ApplicationGateway = gateway,
        };
    }
}
