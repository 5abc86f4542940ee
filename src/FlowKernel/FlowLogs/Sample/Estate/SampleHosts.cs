namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>All interfaces of the estate.</summary>
internal static class SampleHosts
{
    public const string FirewallIp = "10.0.0.4";
    public const string FrontendIp = "10.1.1.90";
    public const string ArchiveEndpointIp = "10.1.1.100";

    public static readonly SampleHost Firewall =
        new("firewall", FirewallIp, "hub", IsMachine: false) { Forwards = true, PublicIp = "20.7.41.10" };

    public static readonly SampleHost VpnGateway = new("vpngw", "10.0.0.70", "hub", IsMachine: false);

    public static readonly SampleHost ExpressRouteGateway = new("ergw", "10.0.0.68", "hub", IsMachine: false);

    public static readonly IReadOnlyList<SampleHost> All =
    [
        Firewall,
        VpnGateway,
        ExpressRouteGateway,
        new("bastion", "10.0.0.132", "hub", IsMachine: false),
        new("dns01", "10.0.1.4", "hub"),
        new("intranet", "10.1.1.4", "spoke1"),
        new("client01", "10.1.1.5", "spoke1"),
        new("client02", "10.1.1.6", "spoke1"),
        new("client03", "10.1.1.7", "spoke1"),
        new("jumphost", "10.1.1.8", "spoke1") { PublicIp = "20.7.41.88" },
        new("app01", "10.1.1.36", "spoke1"),
        new("app02", "10.1.1.37", "spoke1"),
        new("web01", "10.1.1.68", "spoke1"),
        new("web02", "10.1.1.69", "spoke1"),
        new("web03", "10.1.1.70", "spoke1"),
        new("sql01", "10.1.2.4", "spoke2"),
        new("sql02", "10.1.2.5", "spoke2"),
        new("batch01", "10.1.2.70", "spoke2"),
        new("batch02", "10.1.2.71", "spoke2"),
        new("sqldr", "10.1.3.4", "spoke3"),
        new("analytics01", "10.1.3.70", "spoke3"),
        new("analytics02", "10.1.3.71", "spoke3"),
    ];
}
