using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// The private members of types that later cells find in metadata. Of these the compiler does not look at what is private, and
/// would say that there is no such member; as <c>private protected</c> it sees them, and that they may not be used.
/// </summary>
internal static class PrivateMembers
{
    private const ushort Access = 7;
    private const ushort PrivateProtected = 2;

    // Of a method, the place of its code and how it is implemented come before.
    private const int FlagsOfMethodAt = sizeof(uint) + sizeof(ushort);

    /// <summary>Makes them seen.</summary>
    /// <param name="metadata">What is changed.</param>
    /// <param name="reader">Reads the same metadata.</param>
    public static void Show(Span<byte> metadata, MetadataReader reader)
    {
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            // What has the name of an event holds its delegates.
            var events = type.GetEvents().Select(e => reader.GetEventDefinition(e).Name).ToHashSet();
            foreach (var handle in type.GetFields())
            {
                var field = reader.GetFieldDefinition(handle);
                if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Private && !events.Contains(field.Name))
                    Show(metadata[At(TableIndex.Field, handle, reader)..]);
            }

            foreach (var handle in type.GetMethods())
            {
                var flags = reader.GetMethodDefinition(handle).Attributes;
                if ((flags & (MethodAttributes.MemberAccessMask | MethodAttributes.Virtual)) == MethodAttributes.Private)
                    Show(metadata[(At(TableIndex.MethodDef, handle, reader) + FlagsOfMethodAt)..]);
            }
        }
    }

    private static int At(TableIndex table, EntityHandle row, MetadataReader reader) =>
        reader.GetTableMetadataOffset(table) + ((MetadataTokens.GetRowNumber(row) - 1) * reader.GetTableRowSize(table));

    private static void Show(Span<byte> flags) => BinaryPrimitives.WriteUInt16LittleEndian(
        flags, (ushort)((BinaryPrimitives.ReadUInt16LittleEndian(flags) & ~Access) | PrivateProtected));
}
