using System.Collections.Frozen;
using System.Globalization;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>How column L4Protocol prints a protocol number.</summary>
/// <remarks>https://www.iana.org/assignments/protocol-numbers</remarks>
internal static class IpProtocols
{
    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        // Traffic Analytics abbreviates these two.
        [6] = "T",
        [17] = "U",
        [1] = "ICMP",
        [2] = "IGMP",
        [4] = "IPv4",
        [41] = "IPv6",
        [47] = "GRE",
        [50] = "ESP",
        [51] = "AH",
        [58] = "IPv6-ICMP",
        [89] = "OSPFIGP",
        [103] = "PIM",
        [112] = "VRRP",
        [132] = "SCTP",
    }.ToFrozenDictionary();

    public static string Name(byte protocol) => Names.TryGetValue(protocol, out var name)
        ? name
        : protocol.ToString(CultureInfo.InvariantCulture);
}
