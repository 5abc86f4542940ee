using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace FlowKernel.FlowLogs.Addresses;

/// <summary>
/// An IPv4 or IPv6 address as a 128-bit number: 16 bytes, no allocation, ordered by address.
/// IPv4 is held IPv4-mapped (RFC 4291, 2.5.5.2), so that one key type serves both families.
/// </summary>
public readonly record struct IpNumber : IComparable<IpNumber>
{
    private const int V4TextLimit = 15;
    private static readonly UInt128 V4Mark = (UInt128)0xFFFF << 32;

    private IpNumber(UInt128 bits) => Bits = bits;

    /// <summary>The address; IPv4 in the low 32 bits below <c>::ffff:0:0</c>.</summary>
    public UInt128 Bits { get; }

    /// <summary>True for an IPv4 address.</summary>
    public bool IsV4 => Bits >> 32 == 0xFFFF;

    /// <summary>How many bits an address of this family has: 32 or 128.</summary>
    public int Width => IsV4 ? 32 : 128;

    /// <summary>The IPv4 address as a number in host order, or null for IPv6.</summary>
    public uint? V4 => IsV4 ? (uint)Bits : null;

    /// <summary>The IPv4 address of a number in host order, as in 0x0A000001 for 10.0.0.1.</summary>
    public static IpNumber FromV4(uint address) => new(V4Mark | address);

    /// <summary>The address of 128 bits; bits below <c>::ffff:0:0/96</c> mean IPv4.</summary>
    public static IpNumber FromBits(UInt128 bits) => new(bits);

    /// <summary>Reads an address; throws <see cref="FormatException"/> when the text is none.</summary>
    public static IpNumber Parse(string text) => TryParse(text, out var address)
        ? address
        : throw new FormatException($"'{text}' is not an IP address.");

    /// <summary>Reads dotted-quad IPv4 or RFC 4291 IPv6; false for any other text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IpNumber address)
    {
        Span<byte> utf8 = stackalloc byte[64];
        address = default;
        return text is not null
            && System.Text.Encoding.UTF8.TryGetBytes(text, utf8, out var length)
            && TryParse(utf8[..length], out address);
    }

    /// <summary>Reads dotted-quad IPv4 or RFC 4291 IPv6 from UTF-8; IPv4 does not allocate.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out IpNumber address)
    {
        if (utf8.Contains((byte)':'))
            return TryParseV6(utf8, out address);
        var parsed = TryParseV4(utf8, out var v4);
        address = parsed ? FromV4(v4) : default;
        return parsed;
    }

    /// <inheritdoc/>
    public int CompareTo(IpNumber other) => Bits.CompareTo(other.Bits);

    /// <summary>The address as text: dotted quad, or RFC 5952 for IPv6.</summary>
    public override string ToString() => IsV4 ? V4Text((uint)Bits) : V6Text(Bits);

    // Stricter than IPAddress.TryParse, which takes "10.1", "0x7f.1" and octal: those are not what Azure writes.
    private static bool TryParseV4(ReadOnlySpan<byte> utf8, out uint address)
    {
        address = 0;
        if (utf8.Length is 0 or > V4TextLimit)
            return false;
        int octet = 0, digits = 0, dots = 0;
        foreach (var c in utf8)
        {
            if (c == '.')
            {
                if (digits == 0 || ++dots > 3)
                    return false;
                address = (address << 8) | (uint)octet;
                octet = digits = 0;
            }
            else if (!char.IsAsciiDigit((char)c) || ++digits > 3 || (octet = (octet * 10) + c - '0') > 255)
            {
                return false;
            }
        }

        address = (address << 8) | (uint)octet;
        return dots == 3 && digits > 0;
    }

    private static bool TryParseV6(ReadOnlySpan<byte> utf8, out IpNumber address)
    {
        address = default;
        if (utf8.Contains((byte)'%') || utf8[0] == '[' || !IPAddress.TryParse(utf8, out var parsed))
            return false;
        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, out _);
        address = new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
        return true;
    }

    private static string V4Text(uint v) => string.Create(
        CultureInfo.InvariantCulture, $"{v >> 24}.{(v >> 16) & 255}.{(v >> 8) & 255}.{v & 255}");

    private static string V6Text(UInt128 bits)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        return new IPAddress(bytes).ToString();
    }
}
