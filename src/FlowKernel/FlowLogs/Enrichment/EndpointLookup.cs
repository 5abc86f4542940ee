using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// Says what an address is: from the topology, else, for a public one, from the threat list, the service tags, and the
/// locators, in this order. Remembers its answers; safe for many callers.
/// </summary>
internal sealed class EndpointLookup
{
    private const int MostRemembered = 1_000_000;
    private static readonly Endpoint Unmapped = new() { Kind = EndpointKind.Private };
    private readonly EnrichmentSources _sources;
    private readonly Remembered<(IpNumber Address, string Network), Endpoint> _known;

    public EndpointLookup(EnrichmentSources sources)
    {
        _sources = sources;
        _known = new(MostRemembered, key => Look(key.Address, key.Network));
    }

    public Endpoint Find(IpNumber address, string capturedNetwork) => _known[(address, capturedNetwork)];

    private Endpoint Look(IpNumber address, string capturedNetwork)
    {
        var mapped = _sources.Map.Find(address, capturedNetwork);
        if (mapped is not null && mapped.Kind != EndpointKind.ExternalPublic)
            return mapped;
        if (SpecialAddresses.IsPrivate(address))
            return Unmapped;
        if (mapped is not null)
            return mapped with { Owner = External(address) };
        return Public(address);
    }

    private Endpoint Public(IpNumber address)
    {
        if (address == SpecialAddresses.AzurePlatform)
            return Of(EndpointKind.AzurePublic, new("Microsoft Virtual Public IP", "Global"));
        if (_sources.Threats.TryMatch(address, out var threat))
            return Of(EndpointKind.MaliciousPublic, External(address) with { Threat = threat });
        if (_sources.ServiceTags.TryMatch(address, out var tag))
            return Of(EndpointKind.AzurePublic, Azure(tag));
        return Of(EndpointKind.ExternalPublic, External(address));
    }

    private static Endpoint Of(EndpointKind kind, PublicOwner owner) => new() { Kind = kind, Owner = owner };

    private static PublicOwner Azure(ServiceTag tag) => new(
        tag.Service.Length > 0 ? tag.Service : tag.Name.Split('.')[0],
        tag.Region.Length > 0 ? tag.Region : "Global",
        tag.Name);

    private PublicOwner External(IpNumber address)
    {
        var facts = _sources.Locators.Select(l => l.Find(address)).OfType<IpLocation>();
        if (_sources.Map.PublicPrefixes.TryMatch(address, out var prefix))
            facts = facts.Prepend(new(prefix.Country, prefix.Owner));
        var list = facts.ToList();
        return new(
            list.Select(f => f.Organisation).FirstOrDefault(o => o.Length > 0) ?? "",
            list.Select(f => f.Country).FirstOrDefault(c => c.Length > 0) ?? "");
    }
}
