using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// The metadata of a loaded assembly as that of one module among those of another assembly (ECMA-335, II.22 and II.24.2):
/// without the row that says which assembly it is, and with references to the assemblies that other cells have become
/// modules of in place of those to the cells. So the types of many cells are those of one assembly to the compiler, whose
/// work for each cell grows with the number of these.
/// </summary>
internal static class LinkedModule
{
    // Of the stream of tables: how wide references to heaps are, which tables there are, and their numbers of rows.
    private const int WidthsAt = 6;
    private const byte WideNames = 1;
    private const byte WideBlobs = 4;
    private const int PresentAt = 8;
    private const int RowCountsAt = 24;

    // Of a reference to an assembly: four numbers of the version, and the flags; then comes the key, a blob, and the name.
    private const int BeforeKey = (4 * sizeof(ushort)) + sizeof(uint);

    // References to names have two bytes, or four where there are more names than that.
    private const int MostNames = ushort.MaxValue;
    private const int RoomForMore = 4096;

    /// <summary>False for one with so many names that references to more would have to be wider.</summary>
    public static bool IsPossible(Assembly cell) =>
        cell.Reader().GetHeapSize(HeapIndex.String) is < MostNames - RoomForMore or > MostNames;

    /// <summary>The module.</summary>
    /// <param name="cell">The assembly.</param>
    /// <param name="groups">The names of the assemblies that cells have become modules of, by those of the cells.</param>
    /// <param name="keeper">What is held as long as the module is.</param>
    public static unsafe ModuleMetadata Of(Assembly cell, IReadOnlyDictionary<string, string> groups, object keeper)
    {
        var reader = cell.Reader();
        var renamed = reader.AssemblyReferences
            .Select(r => (Row: MetadataTokens.GetRowNumber(r), Group: groups.GetValueOrDefault(reader.GetString(reader.GetAssemblyReference(r).Name))))
            .Where(r => r.Group is not null).ToLookup(r => r.Group!, r => r.Row, StringComparer.Ordinal);
        var metadata = WithNames(cell, [.. renamed.Select(g => g.Key)], out var at);
        foreach (var group in renamed)
        {
            foreach (var row in group)
                Rename(metadata, reader, row, at[group.Key]);
        }

        PrivateMembers.Show(metadata, reader);
        RemoveAssembly(metadata, reader);
        fixed (byte* start = metadata)
            return ModuleMetadata.CreateFromMetadata((nint)start, metadata.Length, () => GC.KeepAlive((metadata, keeper)));
    }

    // The heap of names with more of them becomes the last stream.
    private static unsafe byte[] WithNames(Assembly cell, IReadOnlyList<string> names, out Dictionary<string, int> at)
    {
        var (start, length) = cell.Metadata();
        var metadata = new ReadOnlySpan<byte>((byte*)start, length);
        at = new Dictionary<string, int>(StringComparer.Ordinal);
        if (names.Count == 0)
            return Pinned(metadata);
        List<byte> heap = [.. metadata[MetadataStreams.Find(metadata, MetadataStreams.Names)]];
        foreach (var name in names)
        {
            at[name] = heap.Count;
            heap.AddRange([.. Encoding.UTF8.GetBytes(name), 0]);
        }

        var copy = Pinned([.. metadata, .. heap]);
        MetadataStreams.Move(copy, MetadataStreams.Names, length, heap.Count);
        return copy;
    }

    private static byte[] Pinned(params ReadOnlySpan<byte> bytes)
    {
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(copy);
        return copy;
    }

    private static void Rename(Span<byte> metadata, MetadataReader reader, int row, int name)
    {
        var at = reader.GetTableMetadataOffset(TableIndex.AssemblyRef) + ((row - 1) * reader.GetTableRowSize(TableIndex.AssemblyRef));
        var widths = metadata[MetadataStreams.Find(metadata, MetadataStreams.Tables).Start.Value + WidthsAt];
        var reference = metadata[(at + BeforeKey + ((widths & WideBlobs) == 0 ? sizeof(ushort) : sizeof(int)))..];
        if ((widths & WideNames) == 0)
            BinaryPrimitives.WriteUInt16LittleEndian(reference, checked((ushort)name));
        else
            BinaryPrimitives.WriteInt32LittleEndian(reference, name);
    }

    // Its number of rows, its row, and the bit that says there is one; what follows in the stream moves up.
    private static void RemoveAssembly(byte[] metadata, MetadataReader reader)
    {
        var place = MetadataStreams.Find(metadata, MetadataStreams.Tables);
        var tables = metadata.AsSpan(place);
        var before = Enumerable.Range(0, (int)TableIndex.Assembly).Count(t => reader.GetTableRowCount((TableIndex)t) > 0);
        var count = RowCountsAt + (before * sizeof(int));
        var row = reader.GetTableMetadataOffset(TableIndex.Assembly) - place.Start.Value;
        var size = reader.GetTableRowSize(TableIndex.Assembly);
        tables[(row + size)..].CopyTo(tables[row..]);
        tables[(count + sizeof(int))..].CopyTo(tables[count..]);
        tables[^(size + sizeof(int))..].Clear();
        var present = BinaryPrimitives.ReadUInt64LittleEndian(tables[PresentAt..]);
        BinaryPrimitives.WriteUInt64LittleEndian(tables[PresentAt..], present & ~(1UL << (int)TableIndex.Assembly));
    }
}
