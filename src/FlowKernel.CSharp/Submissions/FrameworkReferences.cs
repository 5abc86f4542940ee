using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.PortableExecutable;
using FlowKernel.CSharp.Documentation;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions;

/// <summary>The assemblies that this process runs on, as references; each is read once a process.</summary>
internal static class FrameworkReferences
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly Lazy<FrozenDictionary<string, string>> Trusted = new(FindTrusted);
    private static readonly Lazy<FrozenDictionary<string, string>> OfFramework = new(FindFramework);
    private static readonly Lazy<ImmutableArray<MetadataReference>> Loaded = new(Load);
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Known = new();

    /// <summary>Those of .NET. Their metadata is mapped, and read only as far as a compilation asks.</summary>
    public static ImmutableArray<MetadataReference> All => Loaded.Value;

    /// <summary>The files of .NET, by simple name.</summary>
    public static IReadOnlyDictionary<string, string> Paths => OfFramework.Value;

    /// <summary>One that every cell references.</summary>
    public static PortableExecutableReference Core => OfHost(typeof(object).Assembly.Location);

    /// <summary>A reference to a loaded assembly's file, with the documentation beside it.</summary>
    public static MetadataReference To(Assembly assembly) => OfHost(assembly.Location);

    /// <summary>The reference to a file of .NET or of the kernel; null for any other.</summary>
    public static PortableExecutableReference? Own(string path) =>
        Trusted.Value.GetValueOrDefault(Path.GetFileNameWithoutExtension(path)) == path ? OfHost(path) : null;

    /// <summary>A new reference to a file, with the documentation beside it.</summary>
    /// <exception cref="BadImageFormatException">It is not an assembly.</exception>
    public static PortableExecutableReference ToFile(string path)
    {
        var documentation = Path.ChangeExtension(path, ".xml");
        return Reference(
            path, File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : null);
    }

    private static PortableExecutableReference OfHost(string path) => Known.GetOrAdd(
        path,
        p => Path.GetDirectoryName(p) == Framework ? Reference(p, FrameworkDocumentation.Instance) : ToFile(p));

    private static FrozenDictionary<string, string> FindTrusted() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .DistinctBy(path => Path.GetFileNameWithoutExtension(path))
            .ToFrozenDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    // The host's own list holds managed assemblies only, where the folder may also hold native libraries.
    private static FrozenDictionary<string, string> FindFramework() =>
        Trusted.Value.Where(file => Path.GetDirectoryName(file.Value) == Framework)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<MetadataReference> Load() =>
        [.. OfFramework.Value.Values.Order(StringComparer.Ordinal).Select(OfHost)];

    // MetadataReference.CreateFromFile would read whole images, most of which is native code.
    private static PortableExecutableReference Reference(string path, DocumentationProvider? documentation)
    {
        var module = ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata.Create(module).GetReference(documentation, filePath: path);
    }
}
