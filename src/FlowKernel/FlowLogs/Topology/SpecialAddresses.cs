using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>Addresses with a meaning of their own.</summary>
internal static class SpecialAddresses
{
    // Source: https://www.iana.org/assignments/iana-ipv4-special-registry and the IPv6 one; what is not global there,
    // and multicast (RFC 5771, RFC 4291).
    private static readonly PrefixTable<bool> NotGlobal = new(
        new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(p => KeyValuePair.Create(IpPrefix.Parse(p), true)));

    /// <summary>The address by which a VM reaches the Azure platform.</summary>
    /// <remarks>https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16</remarks>
    public static IpNumber AzurePlatform { get; } = IpNumber.Parse("168.63.129.16");

    /// <summary>True when the address is not reachable over the internet.</summary>
    public static bool IsPrivate(IpNumber address) => NotGlobal.TryMatch(address, out _);
}
