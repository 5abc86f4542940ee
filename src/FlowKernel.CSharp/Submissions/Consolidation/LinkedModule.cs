using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// The metadata of a loaded assembly as that of one module among those of another assembly: without the row that says which
/// assembly it is (ECMA-335, II.22.2 and II.24.2). So the types of many cells are those of one assembly to the compiler,
/// whose work for each cell grows with the number of these.
/// </summary>
internal static class LinkedModule
{
    // Of the stream of tables: where the 64 bits stand that tell which tables there are, and where the numbers of rows begin.
    private const int PresentAt = 8;
    private const int RowCountsAt = 24;
    private const int RowCount = sizeof(int);

    /// <summary>The module.</summary>
    /// <param name="cell">The assembly.</param>
    /// <param name="keeper">What is held as long as the module is.</param>
    public static unsafe ModuleMetadata Of(Assembly cell, object keeper)
    {
        var (start, length) = cell.Metadata();
        var copy = GC.AllocateUninitializedArray<byte>(length, pinned: true);
        new ReadOnlySpan<byte>((byte*)start, length).CopyTo(copy);
        RemoveAssembly(TablesIn(copy), cell.Reader());
        fixed (byte* metadata = copy)
            return ModuleMetadata.CreateFromMetadata((nint)metadata, length, () => GC.KeepAlive((copy, keeper)));
    }

    // Its number of rows, its row, and the bit that says there is one; what follows moves up.
    private static void RemoveAssembly((int Start, Memory<byte> Bytes) tables, MetadataReader metadata)
    {
        var bytes = tables.Bytes.Span;
        var before = Enumerable.Range(0, (int)TableIndex.Assembly).Count(t => metadata.GetTableRowCount((TableIndex)t) > 0);
        var count = RowCountsAt + (before * RowCount);
        var row = metadata.GetTableMetadataOffset(TableIndex.Assembly) - tables.Start;
        var size = metadata.GetTableRowSize(TableIndex.Assembly);
        bytes[(row + size)..].CopyTo(bytes[row..]);
        bytes[(count + RowCount)..].CopyTo(bytes[count..]);
        bytes[^(size + RowCount)..].Clear();
        var present = BinaryPrimitives.ReadUInt64LittleEndian(bytes[PresentAt..]);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[PresentAt..], present & ~(1UL << (int)TableIndex.Assembly));
    }

    // II.24.2.1 and II.24.2.2: a signature, the length of a version, the version, the number of streams, and of each its place,
    // its length, and its name up to a multiple of four bytes.
    private static (int Start, Memory<byte> Bytes) TablesIn(byte[] metadata)
    {
        var header = 16 + BinaryPrimitives.ReadInt32LittleEndian(metadata.AsSpan(12)) + 4;
        while (true)
        {
            var name = metadata.AsSpan(header + 8);
            var end = name.IndexOf((byte)0);
            if (Encoding.ASCII.GetString(name[..end]) == "#~")
            {
                var start = BinaryPrimitives.ReadInt32LittleEndian(metadata.AsSpan(header));
                return (start, metadata.AsMemory(start, BinaryPrimitives.ReadInt32LittleEndian(metadata.AsSpan(header + 4))));
            }

            header += 8 + ((end / 4 + 1) * 4);
        }
    }
}
