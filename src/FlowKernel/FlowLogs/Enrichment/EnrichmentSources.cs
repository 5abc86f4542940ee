using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>What flows are enriched from. Every source may be missing; its columns stay empty then.</summary>
public sealed record EnrichmentSources
{
    /// <summary>The networks around the flow logs.</summary>
    public NetworkMap Map { get; init; } = NetworkMap.Empty;

    /// <summary>Azure's service tags, which tell Azure's public addresses from others.</summary>
    public PrefixTable<ServiceTag> ServiceTags { get; init; } = PrefixTable<ServiceTag>.Empty;

    /// <summary>Malicious addresses.</summary>
    public PrefixTable<Threat> Threats { get; init; } = PrefixTable<Threat>.Empty;

    /// <summary>Countries and holders of public addresses; the first that knows a fact counts.</summary>
    public IReadOnlyList<IIpLocator> Locators { get; init; } = [];
}
