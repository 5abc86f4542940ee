using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>The network security groups, with the default rules that every group ends with.</summary>
/// <remarks>https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview</remarks>
internal static class SampleSecurity
{
    private static readonly IReadOnlyList<SecurityRuleEntry> Defaults =
    [
        Allow("AllowVnetInBound", 65000, "Inbound", "VirtualNetwork", "VirtualNetwork", "*"),
        Allow("AllowAzureLoadBalancerInBound", 65001, "Inbound", "AzureLoadBalancer", "*", "*"),
        Deny("DenyAllInBound", 65500, "Inbound", "*", "*", "*"),
        Allow("AllowVnetOutBound", 65000, "Outbound", "VirtualNetwork", "VirtualNetwork", "*"),
        Allow("AllowInternetOutBound", 65001, "Outbound", "*", "Internet", "*"),
        Deny("DenyAllOutBound", 65500, "Outbound", "*", "*", "*"),
    ];

    // Someone took web03 out of the pool by hand and forgot: its health probe never succeeds.
    public static readonly IReadOnlyList<NetworkSecurityGroupEntry> All =
    [
        Group("nsg-shared", 1),
        Group("nsg-vm", 2,
            Allow("AllowHttpOut", 100, "Outbound", "10.1.1.0/27", "10.1.1.64/27", "80")),
        Group("nsg-app", 3, Allow("AllowOnPremisesHttps", 100, "Inbound", "10.4.0.0/16", "10.1.1.32/27", "443")),
        Group("nsg-web", 4,
            Deny("quarantine-web03", 100, "Inbound", "AzureLoadBalancer", "10.1.1.70", "*"),
            Allow("AllowHttp", 110, "Inbound", "*", "10.1.1.64/27", "80"),
            Allow("AllowHttps", 120, "Inbound", "10.4.0.0/16", "10.1.1.64/27", "443")),
        Group("nsg-data", 5,
            Allow("AllowSql", 100, "Inbound", "10.0.0.0/8", "10.1.2.0/26", "1433"),
            Deny("DenySmbIn", 200, "Inbound", "*", "10.1.2.0/26", "445")),
        Group("nsg-batch", 6),
        Group("nsg-dr", 7, Allow("AllowReplication", 100, "Inbound", "10.1.2.0/26", "10.1.3.0/26", "5022")),
        Group("nsg-analytics", 8, Deny("DenySmbOut", 200, "Outbound", "*", "10.1.2.0/24", "445")),
    ];

    private static NetworkSecurityGroupEntry Group(
        string name, int number, params IEnumerable<SecurityRuleEntry> rules) => new()
        {
            Id = SampleIds.Of("networkSecurityGroups", name),
            Region = number < 7 ? SampleIds.EastUs2 : SampleIds.WestUs2,
            Guid = $"4f1c7a52-90be-4d3e-8c17-00000000000{number}",
            Rules = [.. rules, .. Defaults],
        };

    private static SecurityRuleEntry Allow(string name, int at, string way, string from, string to, string ports) =>
        Rule("Allow", name, at, way, from, to, ports);

    private static SecurityRuleEntry Deny(string name, int at, string way, string from, string to, string ports) =>
        Rule("Deny", name, at, way, from, to, ports);

    private static SecurityRuleEntry Rule(
        string access, string name, int at, string way, string from, string to, string ports) => new()
        {
            Name = name,
            Direction = way,
            Access = access,
            Priority = at,
            Source = from,
            Destination = to,
            DestinationPorts = ports,
        };
}
