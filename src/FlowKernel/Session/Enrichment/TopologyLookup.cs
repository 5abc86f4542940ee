using FlowKernel.Results;

namespace FlowKernel.Session.Enrichment;

/// <summary>
/// Looks up private addresses in the newest topology: the subnet whose prefix is the longest match (RFC 4632,
/// section 3.1), and the machine whose network interface has the address.
/// </summary>
internal sealed class TopologyLookup(string column) : IEnrichment
{
    public string Column => column;

    public IReadOnlyList<KqlColumn> Adds { get; } =
    [
        new("Subnet", KqlType.String), new("Region", KqlType.String), new("VirtualMachine", KqlType.String),
    ];

    public string Apply(string source) => $"""
        {source}
        | lookup kind=leftouter (
            {source}
            | project Ip = {KqlName.Quote(column)}
            | where isnotempty(Ip)
            | distinct Ip
            | extend Key = 1
            | join kind=inner (
                NTATopologyDetails
                | where AzureResourceType == "Subnetwork"
                | summarize arg_max(TimeGenerated, AddressPrefixes, Region) by Name
                | mv-expand Prefix = split(AddressPrefixes, " ") to typeof(string)
                | project Key = 1, Prefix, Subnet = Name, Region
              ) on Key
            | where ipv4_is_in_range(Ip, Prefix)
            | extend PrefixLength = coalesce(toint(split(Prefix, "/")[1]), 32)
            | summarize arg_max(PrefixLength, Subnet, Region) by Ip
            | project Ip, Subnet, Region
          ) on $left.{KqlName.Quote(column)} == $right.Ip
        | lookup kind=leftouter (
            NTATopologyDetails
            | where AzureResourceType == "NetworkInterface"
            | mv-expand Ip = split(PrivateIpAddresses, " ") to typeof(string)
            | where isnotempty(Ip)
            | summarize arg_max(TimeGenerated, VirtualMachine) by Ip
            | project Ip, VirtualMachine
          ) on $left.{KqlName.Quote(column)} == $right.Ip
        """;
}
