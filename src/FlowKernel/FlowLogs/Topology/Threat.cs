namespace FlowKernel.FlowLogs.Topology;

/// <summary>What a threat list says of an address. Texts are never null.</summary>
/// <param name="Type">One of Botnet, C2, CryptoMining, DarkNet, DDos, MaliciousUrl, Malware, Phishing, Proxy, PUA,
/// WatchList.</param>
/// <param name="Description">In words.</param>
/// <param name="Domain">The domain it serves.</param>
/// <param name="Url">The address of the harm.</param>
/// <param name="Port">The port, or null.</param>
public sealed record Threat(
    string Type = "WatchList", string Description = "", string Domain = "", string Url = "", int? Port = null);
