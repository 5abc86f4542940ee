using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Texts compressed (RFC 1950, RFC 1952), as base64. Short ones are stored as they are, as Kusto does.</summary>
internal static class Compression
{
    private const int LongestStored = 32;

    /// <summary>The compressed text.</summary>
    public static string Of(string text, bool gzip)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var output = new MemoryStream();
        output.Write(gzip ? [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] : [0x78, 1]);
        if (bytes.Length <= LongestStored)
            Store(bytes, output);
        else
            Deflate(bytes, output);
        output.Write(gzip ? GzipTrailer(bytes) : ZlibTrailer(bytes));
        return System.Convert.ToBase64String(output.ToArray());
    }

    private static void Store(byte[] bytes, MemoryStream output)
    {
        Span<byte> header = [1, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[3..], (ushort)~bytes.Length);
        output.Write(header);
        output.Write(bytes);
    }

    private static void Deflate(byte[] bytes, MemoryStream output)
    {
        using var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true);
        deflate.Write(bytes);
    }

    private static byte[] GzipTrailer(byte[] bytes)
    {
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32.HashToUInt32(bytes));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), (uint)bytes.Length);
        return trailer;
    }

    /// <summary>Adler-32.</summary>
    private static byte[] ZlibTrailer(byte[] bytes)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in bytes)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        var trailer = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(trailer, (b << 16) | a);
        return trailer;
    }
}
