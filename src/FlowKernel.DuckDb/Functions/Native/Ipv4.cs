using System.Globalization;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>An IPv4 prefix: an address as a number, and how many of its bits count.</summary>
internal readonly record struct Ipv4(uint Address, int Bits)
{
    /// <summary>The least address of the prefix.</summary>
    public uint First => Address & Mask(Bits);

    /// <summary>The greatest address of the prefix.</summary>
    public uint Last => First | ~Mask(Bits);

    /// <summary>The bits that count, as ones.</summary>
    public static uint Mask(int bits) => bits == 0 ? 0 : uint.MaxValue << (32 - bits);

    /// <summary>Reads <c>a.b.c.d</c> or <c>a.b.c.d/bits</c>; null for anything else.</summary>
    public static Ipv4? Parse(ReadOnlySpan<char> text)
    {
        var bits = 32;
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out bits)
                || bits > 32)
                return null;
            text = text[..slash];
        }

        return ParseAddress(text) is { } address ? new Ipv4(address, bits) : null;
    }

    /// <summary>An address as text.</summary>
    public static string Text(uint address) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");

    private static uint? ParseAddress(ReadOnlySpan<char> text)
    {
        uint address = 0;
        var (octet, digits, octets) = (0u, 0, 1);
        foreach (var c in text)
        {
            if (c == '.' && digits > 0 && octets < 4)
            {
                address = (address << 8) | octet;
                (octet, digits, octets) = (0, 0, octets + 1);
            }
            else if (char.IsAsciiDigit(c) && digits < 3)
            {
                (octet, digits) = ((octet * 10) + (uint)(c - '0'), digits + 1);
                if (octet > 255)
                    return null;
            }
            else
            {
                return null;
            }
        }

        return octets == 4 && digits > 0 ? (address << 8) | octet : null;
    }
}
