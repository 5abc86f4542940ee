using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>The tables of a <see cref="NetworkMap"/>.</summary>
internal sealed record NetworkMapParts
{
    public PrefixTable<SubnetPlace> Subnets { get; init; } = PrefixTable<SubnetPlace>.Empty;

    public IReadOnlyDictionary<string, PrefixTable<SubnetPlace>> Networks { get; init; } =
        new Dictionary<string, PrefixTable<SubnetPlace>>();

    public PrefixTable<SitePlace> VpnClients { get; init; } = PrefixTable<SitePlace>.Empty;

    public PrefixTable<SitePlace> Sites { get; init; } = PrefixTable<SitePlace>.Empty;

    public PrefixTable<PublicPrefixEntry> PublicPrefixes { get; init; } = PrefixTable<PublicPrefixEntry>.Empty;

    public ILookup<IpNumber, NicPlace> Nics { get; init; } = Array.Empty<NicPlace>().ToLookup(_ => default(IpNumber));

    public IReadOnlyDictionary<string, NicPlace> NicsByMac { get; init; } = new Dictionary<string, NicPlace>();

    public IReadOnlyDictionary<IpNumber, string> LoadBalancers { get; init; } = new Dictionary<IpNumber, string>();

    public IReadOnlyDictionary<IpNumber, string> ApplicationGateways { get; init; } =
        new Dictionary<IpNumber, string>();

    public IReadOnlyDictionary<IpNumber, PrivateEndpointPlace> PrivateEndpoints { get; init; } =
        new Dictionary<IpNumber, PrivateEndpointPlace>();

    public IReadOnlyDictionary<(string Network, string Other), string> Peerings { get; init; } =
        new Dictionary<(string Network, string Other), string>();

    public IReadOnlyDictionary<string, string> SecurityGroups { get; init; } = new Dictionary<string, string>();

    /// <summary>The interface with an address: the one in the network if that is known, else the first.</summary>
    public NicPlace? FindNic(IpNumber address, string network)
    {
        var nics = Nics[address];
        return nics.FirstOrDefault(n => n.Network == network)
            ?? nics.FirstOrDefault(n => n.Network == "" || network == "");
    }
}
