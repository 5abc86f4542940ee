using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>
/// Gathers topology files into the tables of a <see cref="NetworkMap"/>. The first file to name a thing counts.
/// </summary>
internal sealed class NetworkMapBuilder
{
    private readonly TopologyTexts _texts = new();
    private readonly List<KeyValuePair<IpPrefix, SubnetPlace>> _subnets = [];
    private readonly List<KeyValuePair<IpPrefix, SitePlace>> _clients = [];
    private readonly List<KeyValuePair<IpPrefix, SitePlace>> _sites = [];
    private readonly List<KeyValuePair<IpPrefix, PublicPrefixEntry>> _public = [];
    private readonly List<(NetworkInterfaceEntry Entry, AzureResourceId Id)> _nics = [];
    private readonly Dictionary<IpNumber, string> _balancers = [];
    private readonly Dictionary<IpNumber, string> _gateways = [];
    private readonly Dictionary<IpNumber, PrivateEndpointPlace> _endpoints = [];
    private readonly Dictionary<(string Network, string Other), string> _peerings = [];
    private readonly Dictionary<string, string> _securityGroups = new(StringComparer.OrdinalIgnoreCase);

    public void Add(TopologyFile file)
    {
        Each(file.VirtualNetworks, n => n.Id, AddNetwork);
        Each(file.NetworkInterfaces, n => n.Id, (nic, id) => _nics.Add((nic, id)));
        Each(file.LoadBalancers, b => b.Id, (b, id) => AddBalancer(b, id, _balancers));
        Each(file.ApplicationGateways, g => g.Id, (g, id) => AddBalancer(g, id, _gateways));
        Each(file.VirtualNetworkGateways, g => g.Id, AddGateway);
        Each(file.LocalNetworkGateways, g => g.Id, AddLocalGateway);
        Each(file.ExpressRouteCircuits, c => c.Id, AddCircuit);
        Each(file.NetworkSecurityGroups, g => g.Id, AddSecurityGroup);
        Each(file.PrivateEndpoints, e => e.Id, AddPrivateEndpoint);
        foreach (var entry in file.PublicPrefixes)
            AddPrefixes(_public, [entry.Prefix], entry, "publicPrefixes");
    }

    public Outcome<NetworkMap> Build()
    {
        if (_texts.Mistakes.Count > 0)
            return new Outcome<NetworkMap>(_texts.Mistakes);
        var subnets = new PrefixTable<SubnetPlace>(_subnets);
        var nics = _nics.Select(n => Place(n.Entry, n.Id, subnets)).ToList();
        if (_texts.Mistakes.Count > 0)
            return new Outcome<NetworkMap>(_texts.Mistakes);
        return new NetworkMap(new()
        {
            Subnets = subnets,
            Networks = _subnets.GroupBy(s => s.Value.Network.FullName)
                .ToDictionary(g => g.Key, g => new PrefixTable<SubnetPlace>(g)),
            VpnClients = new(_clients),
            Sites = new(_sites),
            PublicPrefixes = new(_public),
            Nics = nics.SelectMany(n => n.Place.Addresses.Select(a => (a, n.Place))).ToLookup(n => n.a, n => n.Place),
            NicsByMac = nics.Where(n => n.Mac.Length > 0).DistinctBy(n => n.Mac).ToDictionary(n => n.Mac, n => n.Place),
            LoadBalancers = _balancers,
            ApplicationGateways = _gateways,
            PrivateEndpoints = _endpoints,
            Peerings = _peerings,
            SecurityGroups = _securityGroups,
        });
    }

    private void Each<T>(IReadOnlyList<T> entries, Func<T, string> idOf, Action<T, AzureResourceId> add)
    {
        foreach (var entry in entries)
        {
            if (_texts.Id(idOf(entry)) is { } id)
                add(entry, id);
        }
    }

    private void AddNetwork(VirtualNetworkEntry entry, AzureResourceId id)
    {
        var region = entry.Region.ToLowerInvariant();
        foreach (var subnet in entry.Subnets)
        {
            var name = $"{id.GroupAndName}/{subnet.Name.ToLowerInvariant()}";
            AddPrefixes(_subnets, subnet.Prefixes, new(id, region, name), name);
        }

        AddPrefixes(_subnets, entry.Prefixes, new(id, region, ""), id.GroupAndName);
        foreach (var peering in entry.Peerings)
        {
            if (_texts.Id(peering.Remote) is { } remote)
                _peerings.TryAdd((id.FullName, remote.FullName), $"{id.FullName}/{peering.Name.ToLowerInvariant()}");
        }
    }

    private void AddBalancer(LoadBalancerEntry entry, AzureResourceId id, Dictionary<IpNumber, string> balancers)
    {
        foreach (var address in _texts.Addresses(entry.Frontends.Concat(entry.Backends), id.GroupAndName))
            balancers.TryAdd(address, id.FullName);
    }

    private void AddGateway(NetworkGatewayEntry entry, AzureResourceId id) =>
        AddPrefixes(_clients, entry.ClientPrefixes, new("VpnGateway", id.FullName), id.GroupAndName);

    private void AddLocalGateway(LocalNetworkGatewayEntry entry, AzureResourceId id)
    {
        var connection = AzureResourceId.TryParse(entry.Connection)?.FullName ?? "";
        var place = new SitePlace("VpnGateway", connection, LocalNetworkGateway: id.FullName);
        AddPrefixes(_sites, entry.Prefixes, place, id.GroupAndName);
    }

    private void AddCircuit(ExpressRouteCircuitEntry entry, AzureResourceId id)
    {
        var connection = AzureResourceId.TryParse(entry.Connection)?.FullName ?? "";
        var place = new SitePlace("ExpressRoute", connection, id.FullName, entry.PeeringType);
        AddPrefixes(_sites, entry.Prefixes, place, id.GroupAndName);
    }

    private void AddSecurityGroup(NetworkSecurityGroupEntry entry, AzureResourceId id)
    {
        if (entry.Guid.Length > 0)
            _securityGroups.TryAdd(entry.Guid, id.FullName);
    }

    private void AddPrivateEndpoint(PrivateEndpointEntry entry, AzureResourceId id)
    {
        var target = AzureResourceId.TryParse(entry.Target)?.Name ?? "";
        foreach (var address in _texts.Addresses(entry.PrivateIps, id.GroupAndName))
            _endpoints.TryAdd(address, new(id.GroupAndName, entry.Target, target));
    }

    private void AddPrefixes<T>(
        List<KeyValuePair<IpPrefix, T>> table, IEnumerable<string> prefixes, T place, string owner)
    {
        foreach (var prefix in _texts.Prefixes(prefixes, owner))
            table.Add(KeyValuePair.Create(prefix, place));
    }

    private (string Mac, NicPlace Place) Place(
        NetworkInterfaceEntry entry, AzureResourceId id, PrefixTable<SubnetPlace> subnets)
    {
        var addresses = _texts.Addresses(entry.PrivateIps.Concat(entry.PublicIps), id.GroupAndName).ToHashSet();
        var network = NetworkOf(AzureResourceId.TryParse(entry.Subnet))
            ?? addresses.Select(a => subnets.TryMatch(a, out var s) ? s.Network.FullName : null)
                .FirstOrDefault(n => n is not null) ?? "";
        var vm = AzureResourceId.TryParse(entry.VirtualMachine)?.GroupAndName ?? "";
        return (MacAddress.Normalize(entry.Mac), new(id.GroupAndName, vm, network, entry.IpForwarding, addresses));
    }

    private static string? NetworkOf(AzureResourceId? subnet) =>
        subnet is null ? null : $"{subnet.Subscription}/{subnet.ResourceGroup}/{subnet.Name.Split('/')[0]}";
}
