using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Functions on IPv4 addresses.</summary>
internal static partial class Ipv4Functions
{
    private static readonly Ipv4[] Private =
        [new(0x0A000000, 8), new(0xAC100000, 12), new(0xC0A80000, 16)];

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<string, long>("kql_ipv4", ip => Ipv4.Parse(ip)?.First),
        NativeFunction.Value<string, long, long>("kql_ipv4_mask", WithMask),
        NativeFunction.Value<string, string, long, long>("kql_ipv4_compare", Compare),
        NativeFunction.Value<string, string, bool>("kql_ipv4_in_range", InRange),
        NativeFunction.Value<string, string, bool>("kql_ipv4_in_any", InAny),
        NativeFunction.Value<string, bool>("kql_ipv4_is_private", IsPrivate),
        NativeFunction.Value<string, long>("kql_ipv4_suffix", ip => Ipv4.Parse(ip)?.Bits),
        NativeFunction.Json<string, string>("kql_ipv4_range_to_cidrs", ToPrefixes),
        NativeFunction.Text<string, long, bool>("kql_format_ipv4", Format),
        NativeFunction.Value<string, string, bool>("kql_has_ipv4", (text, ip) => Any(text, a => a == ip)),
        NativeFunction.Value<string, string, bool>("kql_has_ipv4_prefix",
            (text, prefix) => Any(text, a => HasPrefix(a, prefix))),
        NativeFunction.Value<string, string, bool>("kql_has_any_ipv4",
            (text, ips) => Any(text, a => Texts(ips).Contains(a))),
        NativeFunction.Value<string, string, bool>(
            "kql_has_any_ipv4_prefix", (text, prefixes) => Any(text, a => Texts(prefixes).Any(p => HasPrefix(a, p)))),
    ];

    private static long? WithMask(string ip, long bits) =>
        bits is >= 0 and <= 32 && Ipv4.Parse(ip) is { } address ? address.First & Ipv4.Mask((int)bits) : null;

    private static long? Compare(string left, string right, long bits)
    {
        if (bits is < 0 or > 32 || Ipv4.Parse(left) is not { } a || Ipv4.Parse(right) is not { } b)
            return null;
        var mask = Ipv4.Mask((int)Math.Min(bits, Math.Min(a.Bits, b.Bits)));
        return (a.Address & mask).CompareTo(b.Address & mask);
    }

    private static bool? InRange(string ip, string range) =>
        Ipv4.Parse(ip) is { } address && Ipv4.Parse(range) is { } prefix
            ? address.First >= prefix.First && address.First <= prefix.Last
            : null;

    private static bool? InAny(string ip, string ranges) =>
        Ipv4.Parse(ip) is null ? null : Texts(ranges).Any(range => InRange(ip, range) == true);

    private static bool? IsPrivate(string ip) =>
        Ipv4.Parse(ip) is { } address ? Private.Any(p => address.First >= p.First && address.Last <= p.Last) : null;

    private static string? ToPrefixes(string first, string last)
    {
        if (Ipv4.Parse(first) is not { } from || Ipv4.Parse(last) is not { } to || from.Address > to.Address)
            return null;
        var prefixes = new List<string>();
        for (ulong at = from.Address; at <= to.Address;)
        {
            var bits = 32;
            while (bits > 0 && IsPrefix(at, bits - 1) && at + (1UL << (33 - bits)) - 1 <= to.Address)
                bits--;
            prefixes.Add(JsonText.Quote($"{Ipv4.Text((uint)at)}/{bits}"));
            at += 1UL << (32 - bits);
        }

        return JsonText.ArrayOfTexts(prefixes);
    }

    private static bool IsPrefix(ulong address, int bits) => (address & ~(ulong)Ipv4.Mask(bits) & uint.MaxValue) == 0;

    /// <summary>An address given as text or number, cut to so many bits; empty when either is wrong.</summary>
    private static string Format(string json, long bits, bool withMask)
    {
        var value = JsonText.Parse(json);
        var address = value.ValueKind == JsonValueKind.Number && value.TryGetUInt32(out var number)
            ? new Ipv4(number, 32)
            : Ipv4.Parse(JsonText.Text(value));
        if (address is not { } found || bits is < 0 or > 32)
            return "";
        var kept = (int)Math.Min(bits, found.Bits);
        var text = Ipv4.Text(found.Address & Ipv4.Mask(kept));
        return withMask ? $"{text}/{kept}" : text;
    }

    private static HashSet<string> Texts(string json) =>
        ArrayFunctions.Items(json)?
            .SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray() : (IEnumerable<JsonElement>)[e])
            .Select(JsonText.Text).ToHashSet() ?? [];

    private static bool HasPrefix(string address, string prefix) =>
        address.StartsWith(prefix, StringComparison.Ordinal)
            && (prefix.EndsWith('.') || address.Length == prefix.Length);

    private static bool Any(string text, Func<string, bool> test) =>
        Candidate().Matches(text).Any(m => Ipv4.Parse(m.ValueSpan) is not null && test(m.Value));

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[0-9]{1,3}(\.[0-9]{1,3}){3}(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();
}
