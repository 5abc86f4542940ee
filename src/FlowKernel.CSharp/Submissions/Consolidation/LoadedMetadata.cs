using System.Reflection;
using System.Reflection.Metadata;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>Where the metadata of a loaded cell is.</summary>
internal static class LoadedMetadata
{
    /// <summary>The place, which is one as long as the cell remains loaded, and the number of bytes.</summary>
    public static unsafe (nint Start, int Length) Metadata(this Assembly cell) =>
        cell.TryGetRawMetadata(out var start, out var length)
            ? ((nint)start, length)
            : throw new InvalidOperationException($"{cell.GetName().Name} was not loaded from an image.");

    /// <summary>Reads the metadata.</summary>
    public static unsafe MetadataReader Reader(this Assembly cell)
    {
        var (start, length) = cell.Metadata();
        return new MetadataReader((byte*)start, length);
    }
}
