using System.Buffers.Binary;

namespace FlowKernel.DuckDb.Results;

/// <summary>How DuckDB's fixed-size values read as CLR values.</summary>
internal static class FixedValues
{
    private const long LastMicrosecond = 253_402_300_799_999_999;
    private const long FirstMicrosecond = -62_135_596_800_000_000;
    private static readonly Int128 Exact = ((Int128)1 << 96) - 1;

    /// <summary>An instant from the microseconds since 1970.</summary>
    public static DateTime DateTime(long microseconds) =>
        System.DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>False for infinity and for years that KQL does not have.</summary>
    public static bool IsDateTime(long microseconds) => microseconds is >= FirstMicrosecond and <= LastMicrosecond;

    /// <summary>A decimal from its digits, of which some stand after the point; the last ones go where there are more than a CLR decimal holds.</summary>
    public static decimal Decimal(Int128 digits, int scale)
    {
        for (; scale > 0 && (digits % 10 == 0 || Int128.Abs(digits) > Exact); scale--)
            digits /= 10;
        var magnitude = (UInt128)Int128.Abs(digits);
        return new decimal(
            unchecked((int)(uint)magnitude), unchecked((int)(uint)(magnitude >> 32)),
            unchecked((int)(uint)(magnitude >> 64)), Int128.IsNegative(digits), (byte)scale);
    }

    /// <summary>An identifier; DuckDB flips its first bit, so that numbers sort as texts do.</summary>
    public static Guid Guid(UInt128 bits)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, bits ^ ((UInt128)1 << 127));
        return new Guid(bytes, bigEndian: true);
    }
}
