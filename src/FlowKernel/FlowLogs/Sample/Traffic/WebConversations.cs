using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>
/// The web tier behind load balancer <c>web</c>. The balancer gives web03 nothing, as its probe is denied; the little
/// that web03 gets comes from the intranet server, which has its address written down.
/// </summary>
internal static class WebConversations
{
    private const string Intranet = "10.1.1.4";
    private static readonly string[] Clients = ["10.1.1.5", "10.1.1.6", "10.1.1.7", "10.1.1.8"];
    private static readonly string[] OnPremises = ["10.4.2.20", "10.4.2.21", "10.4.200.15"];
    private static readonly (string Ip, double Share)[] Balanced = [("10.1.1.68", 1.0), ("10.1.1.69", 0.92)];

    // What each backend has to fetch and look up follows from what it serves.
    private static readonly (string Ip, double Share)[] Serving = [.. Balanced, ("10.1.1.70", 0.07)];

    public static IEnumerable<Conversation> All =>
    [
        .. from client in Clients from backend in Balanced select Visit(client, backend, 80, Rhythm.Office, 9),
        .. from client in OnPremises from backend in Balanced select Visit(client, backend, 443, Rhythm.Workday, 7),
        .. from backend in Balanced select Visit(SampleHosts.FirewallIp, backend, 80, Rhythm.Consumers, 25),
        new(Intranet, "10.1.1.70", 80, Rhythm.Office, 4, 900, 6_000),
        .. from backend in Serving select Fetch(backend),
        .. from backend in Serving select Lookup(backend),
        .. from backend in Serving select Probe(backend.Ip),
    ];

    private static Conversation Visit(
        string client, (string Ip, double Share) backend, ushort port, Rhythm rhythm, double perHour) =>
        new(client, backend.Ip, port, rhythm, perHour * backend.Share, 2_400, 58_000)
        {
            Through = SampleHosts.FrontendIp,
        };

    private static Conversation Fetch((string Ip, double Share) backend) =>
        new(backend.Ip, Intranet, 80, Rhythm.Office, 14 * backend.Share, 1_100, 31_000);

    private static Conversation Lookup((string Ip, double Share) backend) =>
        new(backend.Ip, "10.1.2.4", 1433, Rhythm.Office, 6 * backend.Share, 18_000, 240_000) { Seconds = 90 };

    private static Conversation Probe(string backend) =>
        new(SampleServices.Platform, backend, 80, Rhythm.Constant, 6, 420, 380) { Seconds = 0.2 };
}
