namespace FlowKernel.Session.Enrichment;

/// <summary>Looks up the newest NTAIpDetails entry of each address.</summary>
internal sealed class IpDetailsLookup(string column) : IEnrichment
{
    public string Column => column;

    public string Apply(string source) => $"""
        {source}
        | lookup kind=leftouter (
            NTAIpDetails
            | summarize arg_max(TimeGenerated, PublicIpDetails, Location, ThreatType, ThreatDescription) by Ip
            | project Ip, PublicIpDetails, Location, ThreatType, ThreatDescription
          ) on $left.{KqlName.Quote(column)} == $right.Ip
        """;
}
