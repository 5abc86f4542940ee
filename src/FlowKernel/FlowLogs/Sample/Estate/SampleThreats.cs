using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>The sample's threat feed.</summary>
internal static class SampleThreats
{
    public static readonly IReadOnlyList<(string Ip, Threat Threat)> All =
    [
        (SamplePeers.Dropbox, new("WatchList", "Rented server that nothing in this estate should talk to.", Port: 443)),
        (SamplePeers.CommandServer, new(
            "C2", "Answers calls for orders every few minutes.",
            "sync.adatum.example", "https://sync.adatum.example/status", 8443)),
        ("198.51.100.77", new("Botnet", "Tries remote desktop and SSH passwords.", Port: 3389)),
    ];
}
