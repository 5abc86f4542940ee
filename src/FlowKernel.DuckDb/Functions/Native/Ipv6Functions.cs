using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Functions on IPv6 addresses; IPv4 addresses count as mapped ones (RFC 4291, 2.5.5.2).</summary>
internal static class Ipv6Functions
{
    private static readonly UInt128 Mapped = (UInt128)0xFFFF << 32;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<string, long>("kql_ipv6", Canonical),
        NativeFunction.Value<string, string, long, long>("kql_ipv6_compare", Compare),
        NativeFunction.Value<string, string, bool>("kql_ipv6_in_any", InAny),
    ];

    private static string Canonical(string text, long bits) =>
        bits is >= 0 and <= 128 && Parse(text) is { } prefix
            ? Text(prefix.Address & Mask((int)Math.Min(bits, prefix.Bits)))
            : "";

    private static long? Compare(string left, string right, long bits)
    {
        if (bits is < 0 or > 128 || Parse(left) is not { } a || Parse(right) is not { } b)
            return null;
        var mask = Mask((int)Math.Min(bits, Math.Min(a.Bits, b.Bits)));
        return (AsMapped(a, left) & mask).CompareTo(AsMapped(b, right) & mask);
    }

    private static bool? InAny(string ip, string ranges) => Parse(ip) is null
        ? null
        : ArrayFunctions.Items(ranges)?
            .SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray() : (IEnumerable<JsonElement>)[e])
            .Any(range => Compare(ip, JsonText.Text(range), 128) == 0);

    /// <summary>An address in dotted notation without the mapping prefix compares as a mapped one.</summary>
    private static UInt128 AsMapped((UInt128 Address, int Bits) prefix, string text) =>
        text.Contains('.', StringComparison.Ordinal) && prefix.Address >> 32 == 0
            ? prefix.Address | Mapped
            : prefix.Address;

    private static UInt128 Mask(int bits) => bits == 0 ? 0 : UInt128.MaxValue << (128 - bits);

    private static (UInt128 Address, int Bits)? Parse(string text)
    {
        if (Ipv4.Parse(text) is { } old)
            return (Mapped | old.Address, old.Bits + 96);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        var bits = 128;
        if (slash >= 0
            && !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits))
            return null;
        if (slash >= 0 && address.Contains('.', StringComparison.Ordinal))
            bits += 96;
        return bits <= 128 && !address.Contains('%', StringComparison.Ordinal)
            && !address.Contains('[', StringComparison.Ordinal)
            && IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6
            ? (BinaryPrimitives.ReadUInt128BigEndian(parsed.GetAddressBytes()), bits)
            : null;
    }

    private static string Text(UInt128 address) => string.Join(
        ':', Enumerable.Range(0, 8)
            .Select(i => ((ushort)(address >> (112 - (16 * i)))).ToString("x4", CultureInfo.InvariantCulture)));
}
