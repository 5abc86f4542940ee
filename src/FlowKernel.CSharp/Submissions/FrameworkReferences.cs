using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.PortableExecutable;
using FlowKernel.CSharp.Documentation;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions;

/// <summary>The assemblies of the .NET that this process runs on, as references; read once a process.</summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Loaded = new(Load);

    /// <summary>All of them. Their metadata is mapped, and read only as far as a compilation asks.</summary>
    public static ImmutableArray<MetadataReference> All => Loaded.Value;

    /// <summary>A reference to a loaded assembly's file, with the documentation beside it.</summary>
    public static MetadataReference To(Assembly assembly)
    {
        var documentation = Path.ChangeExtension(assembly.Location, ".xml");
        return Reference(
            assembly.Location,
            File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : null);
    }

    // The host's own list holds managed assemblies only, where the folder may also hold native libraries.
    private static ImmutableArray<MetadataReference> Load()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == folder)
                .Order(StringComparer.Ordinal)
                .Select(path => Reference(path, FrameworkDocumentation.Instance)),
        ];
    }

    // MetadataReference.CreateFromFile would read whole images, most of which is native code.
    private static MetadataReference Reference(string path, DocumentationProvider? documentation)
    {
        var module = ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata.Create(module).GetReference(documentation, filePath: path);
    }
}
