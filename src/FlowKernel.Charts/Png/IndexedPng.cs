using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace FlowKernel.Charts.Png;

/// <summary>
/// Writes pictures as PNG with a table of colours (https://www.w3.org/TR/png-3/, colour type 3), a third of the size of
/// one with full colours. An executed notebook carries every picture in it.
/// </summary>
internal static class IndexedPng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The bytes of a PNG file.</summary>
    public static byte[] Of(PaintedPixels picture)
    {
        var colours = new ColourTable(picture);
        var pixels = Compressed(picture, colours);
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, Header(picture));
        WriteChunk(file, "PLTE"u8, colours.Bytes);
        WriteChunk(file, "IDAT"u8, pixels);
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Size, eight bits for each pixel, colour type 3, the only compression and filter, not interlaced.</summary>
    private static byte[] Header(PaintedPixels picture)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 3);
        return header;
    }

    /// <summary>Each row behind the byte of its filter; filter 0 suits indices best.</summary>
    private static byte[] Compressed(PaintedPixels picture, ColourTable colours)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal))
        {
            var row = new byte[picture.Width + 1];
            for (var y = 0; y < picture.Height; y++)
            {
                for (var x = 0; x < picture.Width; x++)
                    row[x + 1] = colours.IndexOf(picture, ((y * picture.Width) + x) * 4);
                zlib.Write(row);
            }
        }

        return target.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        var check = new Crc32();
        check.Append(type);
        check.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, check.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
