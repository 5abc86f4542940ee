using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Sample.Estate;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>Traffic with Azure services and the internet.</summary>
internal static class PublicConversations
{
    private static readonly string[] Monitored = ["10.1.1.4", "10.1.1.8", "10.1.1.68", "10.1.1.69", "10.1.2.4"];
    private static readonly string[] Updated = ["10.1.1.8", "10.1.1.68", "10.1.1.69", "10.1.3.70"];
    private static readonly ushort[] Doors = [22, 3389];

    public static IEnumerable<Conversation> All =>
    [
        .. from machine in Monitored select new Conversation(
            machine, SampleServices.Monitor, 443, Rhythm.Constant, 4, 45_000, 7_000),
        .. from app in (string[])["10.1.1.36", "10.1.1.37"] select new Conversation(
            app, SampleServices.KeyVault, 443, Rhythm.Office, 1, 3_000, 8_000),
        new("10.1.1.36", SampleServices.Identity, 443, Rhythm.Office, 2, 5_000, 14_000),
        new("10.1.2.4", SampleServices.StorageEast, 443, Rhythm.Night, 4, 55_000_000, 700_000) { Seconds = 900 },
        new("10.1.3.70", SampleServices.StorageWest, 443, Rhythm.Office, 3, 300_000, 6_000_000) { Seconds = 40 },
        .. from machine in Updated select new Conversation(
            machine, SamplePeers.UbuntuMirror, 80, Rhythm.Daily, 3, 20_000, 4_000_000) { Seconds = 20 },
        new("10.1.3.70", SamplePeers.CodeHost, 443, Rhythm.Workday, 1, 40_000, 900_000),
        new("10.1.3.71", SamplePeers.PackageIndex, 443, Rhythm.Workday, 2, 15_000, 2_500_000),
        new("10.0.1.4", SamplePeers.TimeServer, 123, Rhythm.Constant, 1, 90, 90)
        {
            Protocol = Conversation.Udp,
            Seconds = 0.1,
        },
        new("10.1.3.71", SamplePeers.CommandServer, 8443, Rhythm.Constant, 3, 700, 500) { Seconds = 1 },
        .. SamplePeers.Visitors.SelectMany(Visits),
        .. SamplePeers.Scanners.SelectMany(Tries),
    ];

    private static IEnumerable<Conversation> Visits(PublicPrefixEntry network) =>
        from address in Addresses(network, 5)
        select new Conversation(address, SampleHosts.FirewallIp, 80, Rhythm.Consumers, 1.6, 2_400, 58_000);

    private static IEnumerable<Conversation> Tries(PublicPrefixEntry network) =>
        from address in Addresses(network, 4)
        from port in Doors
        select new Conversation(address, "10.1.1.8", port, Rhythm.Constant, 0.4, 60, 0);

    private static IEnumerable<string> Addresses(PublicPrefixEntry network, int count)
    {
        var first = IpPrefix.Parse(network.Prefix).Network.V4!.Value;
        return Enumerable.Range(1, count).Select(i => IpNumber.FromV4(first + (uint)(i * 13 % 32)).ToString());
    }
}
