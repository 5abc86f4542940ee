using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Sample.Estate;

/// <summary>
/// Who holds the public addresses. People and attackers live in the ranges that RFC 5737 keeps for documentation,
/// under made-up names.
/// </summary>
internal static class SamplePeers
{
    public const string Dropbox = "136.144.58.113";
    public const string CommandServer = "192.0.2.66";
    public const string UbuntuMirror = "91.189.91.81";
    public const string CodeHost = "140.82.112.4";
    public const string PackageIndex = "151.101.2.137";
    public const string TimeServer = "162.159.200.1";

    /// <summary>Networks of the people who use the web site.</summary>
    public static readonly IReadOnlyList<PublicPrefixEntry> Visitors =
    [
        Owner("203.0.113.0/27", "Fabrikam Cable", "US"),
        Owner("203.0.113.32/27", "Contoso Mobile", "CA"),
        Owner("203.0.113.64/27", "Litware Telekom", "DE"),
        Owner("203.0.113.96/27", "Tailspin Broadband", "GB"),
        Owner("203.0.113.128/27", "Woodgrove Internet", "NL"),
        Owner("203.0.113.160/27", "Humongous Telecom", "FR"),
    ];

    /// <summary>Networks that try doors.</summary>
    public static readonly IReadOnlyList<PublicPrefixEntry> Scanners =
    [
        Owner("198.51.100.0/27", "Proseware Hosting", "NL"),
        Owner("198.51.100.32/27", "Wingtip Cloud", "SG"),
        Owner("198.51.100.64/27", "Adatum Servers", "BG"),
        Owner("198.51.100.96/27", "Lucerne Research", "US"),
        Owner("198.51.100.128/27", "Alpine Colocation", "BR"),
    ];

    public static readonly IReadOnlyList<PublicPrefixEntry> All =
    [
        .. Visitors,
        .. Scanners,
        Owner($"{Dropbox}/32", "Packet Host Inc.", "US"),
        Owner("192.0.2.64/27", "Nod Offshore Hosting", "SC"),
        Owner("91.189.88.0/21", "Canonical Group Limited", "GB"),
        Owner("140.82.112.0/20", "GitHub Inc.", "US"),
        Owner("151.101.0.0/16", "Fastly Inc.", "US"),
        Owner("162.159.192.0/18", "Cloudflare Inc.", "US"),
    ];

    private static PublicPrefixEntry Owner(string prefix, string owner, string country) =>
        new() { Prefix = prefix, Owner = owner, Country = country };
}
