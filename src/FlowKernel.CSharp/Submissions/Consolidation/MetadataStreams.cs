using System.Buffers.Binary;
using System.Text;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// The streams that metadata consists of (ECMA-335, II.24.2.1 and II.24.2.2): after a signature, the length of a version, the
/// version and the number of streams comes of each its place, its length, and its name up to a multiple of four bytes.
/// </summary>
internal static class MetadataStreams
{
    /// <summary>The stream of tables.</summary>
    public const string Tables = "#~";

    /// <summary>The heap of names.</summary>
    public const string Names = "#Strings";

    private const int VersionLengthAt = 12;

    /// <summary>The place of a stream.</summary>
    public static Range Find(ReadOnlySpan<byte> metadata, string name)
    {
        var header = metadata[HeaderOf(metadata, name)..];
        var start = BinaryPrimitives.ReadInt32LittleEndian(header);
        return start..(start + BinaryPrimitives.ReadInt32LittleEndian(header[sizeof(int)..]));
    }

    /// <summary>Says that a stream is at another place.</summary>
    public static void Move(Span<byte> metadata, string name, int start, int length)
    {
        var header = metadata[HeaderOf(metadata, name)..];
        BinaryPrimitives.WriteInt32LittleEndian(header, start);
        BinaryPrimitives.WriteInt32LittleEndian(header[sizeof(int)..], length);
    }

    private static int HeaderOf(ReadOnlySpan<byte> metadata, string name)
    {
        var header = VersionLengthAt + sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(metadata[VersionLengthAt..]) + sizeof(int);
        while (true)
        {
            var text = metadata[(header + (2 * sizeof(int)))..];
            var end = text.IndexOf((byte)0);
            if (Encoding.ASCII.GetString(text[..end]) == name)
                return header;
            header += (2 * sizeof(int)) + (((end / 4) + 1) * 4);
        }
    }
}
