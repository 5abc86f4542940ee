using System.Buffers.Binary;
using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Lets the JIT optimise code that was compiled for debugging. Cells are compiled so because only then every statement
/// has its line in a stack trace (in optimised code a call inside <c>foreach</c> is reported at the loop's first line);
/// but the compiler then also marks the assembly to be run unoptimised, which costs a factor of four in tight calls.
/// </summary>
internal static class JitOptimization
{
    private const int BlobLengthAndProlog = 3;

    /// <summary>Takes the mark off an assembly image.</summary>
    public static void Allow(byte[] image)
    {
        using var file = new PEReader([.. image]);
        var metadata = file.GetMetadataReader();
        var mark = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .FirstOrDefault(a => IsDebuggable(metadata, a));
        if (mark.Value.IsNil)
            return;
        var at = file.PEHeaders.MetadataStartOffset + metadata.GetHeapMetadataOffset(HeapIndex.Blob)
            + metadata.GetHeapOffset(mark.Value) + BlobLengthAndProlog;
        BinaryPrimitives.WriteInt32LittleEndian(
            image.AsSpan(at), (int)DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints);
    }

    private static bool IsDebuggable(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is var parent
        && parent.Kind == HandleKind.TypeReference
        && metadata.StringComparer.Equals(
            metadata.GetTypeReference((TypeReferenceHandle)parent).Name, nameof(DebuggableAttribute));
}
