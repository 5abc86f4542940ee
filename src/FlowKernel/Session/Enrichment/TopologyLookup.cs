namespace FlowKernel.Session.Enrichment;

/// <summary>
/// Looks up private addresses in the newest topology: network interfaces count as prefixes of full length, subnets
/// with their own prefixes, and the longest match wins (RFC 4632, section 3.1).
/// </summary>
internal sealed class TopologyLookup(string column) : IEnrichment
{
    public string Column => column;

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
                | where AzureResourceType in ("NetworkInterface", "Subnetwork")
                | summarize arg_max(TimeGenerated, AddressPrefixes, PrivateIpAddresses, Subnetwork, VirtualMachine, Region)
                    by AzureResourceType, Name
                | extend IsNic = AzureResourceType == "NetworkInterface"
                | extend Prefix = split(iff(IsNic, PrivateIpAddresses, AddressPrefixes), " ")
                | mv-expand Prefix to typeof(string)
                | where isnotempty(Prefix)
                | project Key = 1, Prefix, Subnet = iff(IsNic, Subnetwork, Name), VirtualMachine, Region
              ) on Key
            | where ipv4_is_in_range(Ip, Prefix)
            | extend PrefixLength = coalesce(toint(split(Prefix, "/")[1]), 32)
            | summarize arg_max(PrefixLength, Subnet, VirtualMachine, Region) by Ip
            | project Ip, Subnet, VirtualMachine, Region
          ) on $left.{KqlName.Quote(column)} == $right.Ip
        """;
}
