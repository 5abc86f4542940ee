using FlowKernel.Results;

namespace FlowKernel.Session.Enrichment;

/// <summary>Looks up the newest NTAIpDetails entry of each address.</summary>
internal sealed class IpDetailsLookup(string column) : IEnrichment
{
    public string Column => column;

    public IReadOnlyList<KqlColumn> Adds { get; } =
    [
        new("PublicIpDetails", KqlType.String), new("Location", KqlType.String), new("ThreatType", KqlType.String),
        new("ThreatDescription", KqlType.String),
    ];

    public string Apply(string source) => $"""
        {source}
        | lookup kind=leftouter (
            NTAIpDetails
            | summarize arg_max(TimeGenerated, PublicIpDetails, Location, ThreatType, ThreatDescription) by Ip
            | project Ip, PublicIpDetails, Location, ThreatType, ThreatDescription
          ) on $left.{KqlName.Quote(column)} == $right.Ip
        """;
}
