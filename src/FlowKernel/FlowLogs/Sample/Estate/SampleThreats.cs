namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>An address that a threat feed warns of.</summary>
/// <param name="Ip">The address.</param>
/// <param name="Type">What it is known for, in NTAIpDetails' words.</param>
/// <param name="Description">One sentence.</param>
public sealed record SampleThreat(string Ip, string Type, string Description)
{
    /// <summary>The domain it is known under, or empty.</summary>
    public string Domain { get; init; } = "";

    /// <summary>The address of a page it is known for, or empty.</summary>
    public string Url { get; init; } = "";

    /// <summary>The port it is known for, or null.</summary>
    public int? Port { get; init; }
}

/// <summary>The sample's threat feed.</summary>
internal static class SampleThreats
{
    public static readonly IReadOnlyList<SampleThreat> All =
    [
        new(SamplePeers.Dropbox, "WatchList", "Rented server that nothing in this estate should talk to.")
        {
            Port = 443,
        },
        new(SamplePeers.CommandServer, "C2", "Answers to calls for orders, every few minutes.")
        {
            Domain = "sync.adatum.example",
            Url = "https://sync.adatum.example/status",
            Port = 8443,
        },
        new("198.51.100.77", "Botnet", "Tries remote desktop and SSH passwords.") { Port = 3389 },
    ];
}
