using System.Collections.Concurrent;
using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.References;

/// <summary>
/// Assembly files as compiler references, each read once: the compiler takes two readings for two assemblies. A file
/// that has changed since would not be loaded again, so its first reading stays.
/// </summary>
internal sealed class ReferencedFiles
{
    private readonly ConcurrentDictionary<string, (DateTime Written, PortableExecutableReference Reference)> _files =
        new(StringComparer.Ordinal);

    /// <summary>The reference to a file, with the documentation beside it.</summary>
    /// <exception cref="BadImageFormatException">It is not an assembly.</exception>
    public PortableExecutableReference Of(string path) =>
        _files.GetOrAdd(path, p => (File.GetLastWriteTimeUtc(p), FrameworkReferences.ToFile(p))).Reference;

    /// <summary>True for a file that was written anew since it was read.</summary>
    public bool HasChanged(string path) =>
        _files.TryGetValue(path, out var file) && file.Written != File.GetLastWriteTimeUtc(path);
}
