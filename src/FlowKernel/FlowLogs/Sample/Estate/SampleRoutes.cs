using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>
/// The route tables. They send traffic between spokes, and between spokes and on-premises, through the firewall; the
/// internet too, except from subnet <c>vm</c>, whose table lacks the default route.
/// </summary>
internal static class SampleRoutes
{
    private static readonly (string Name, string Prefix) Internet = ("default", "0.0.0.0/0");
    private static readonly (string Name, string Prefix) OnPremises = ("onprem", "10.4.0.0/16");
    private static readonly (string Name, string Prefix) Spoke1 = ("spoke1", "10.1.1.0/24");
    private static readonly (string Name, string Prefix) Spoke2 = ("spoke2", "10.1.2.0/24");

    public static readonly IReadOnlyList<RouteTableEntry> All =
    [
        Table("rt-gateway", Spoke1, Spoke2),
        Table("rt-shared", Spoke1, Spoke2, Internet),
        Table("rt-vm", OnPremises, Spoke2),
        Table("rt-app", OnPremises, Spoke2, Internet),
        Table("rt-web", OnPremises, Spoke2, Internet),
        Table("rt-data", OnPremises, Spoke1, Internet),
        Table("rt-batch", OnPremises, Spoke1, Internet),
    ];

    private static RouteTableEntry Table(string name, params IEnumerable<(string Name, string Prefix)> routes) => new()
    {
        Id = SampleIds.Of("routeTables", name),
        Region = SampleIds.EastUs2,
        Routes =
        [
            .. routes.Select(r => new RouteEntry
            {
                Name = r.Name,
                Prefix = r.Prefix,
                NextHopType = "VirtualAppliance",
                NextHopIp = SampleHosts.FirewallIp,
            }),
        ],
    };
}
