using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FlowKernel.FlowLogs.Addresses;

/// <summary>An address prefix in CIDR notation (RFC 4632), IPv4 or IPv6. Host bits are always zero.</summary>
public readonly record struct IpPrefix
{
    private IpPrefix(IpNumber network, int length) => (Network, Length) = (network, length);

    /// <summary>The first address.</summary>
    public IpNumber Network { get; }

    /// <summary>The prefix length in bits of its own family: up to 32 or 128.</summary>
    public int Length { get; }

    /// <summary>The last address.</summary>
    public IpNumber Last => IpNumber.FromBits(Network.Bits | HostMask(Network.Width - Length));

    /// <summary>The prefix of a length that holds an address; host bits of the address are cleared.</summary>
    public static IpPrefix Of(IpNumber address, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, address.Width);
        return new(IpNumber.FromBits(address.Bits & ~HostMask(address.Width - length)), length);
    }

    /// <summary>True when the address is of the same family and inside.</summary>
    public bool Contains(IpNumber address) =>
        address.IsV4 == Network.IsV4 && Of(address, Length).Network == Network;

    /// <summary>Reads <c>10.1.0.0/16</c>, <c>2001:db8::/32</c>, or a bare address as its own prefix.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IpPrefix prefix)
    {
        prefix = default;
        if (text is null)
            return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IpNumber.TryParse(slash < 0 ? text : text[..slash], out var address))
            return false;
        var length = address.Width;
        if (slash >= 0 && !TryParseLength(text.AsSpan(slash + 1), address.Width, out length))
            return false;
        prefix = Of(address, length);
        return true;
    }

    /// <summary>Reads a prefix; throws <see cref="FormatException"/> when the text is none.</summary>
    public static IpPrefix Parse(string text) => TryParse(text, out var prefix)
        ? prefix
        : throw new FormatException($"'{text}' is not an address prefix such as 10.1.0.0/16.");

    /// <summary>CIDR notation.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Network}/{Length}");

    private static bool TryParseLength(ReadOnlySpan<char> text, int width, out int length) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= width;

    private static UInt128 HostMask(int hostBits) =>
        hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
}
