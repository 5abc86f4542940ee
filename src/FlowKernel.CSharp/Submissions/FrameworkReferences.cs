using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
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
        return MetadataReference.CreateFromFile(
            assembly.Location,
            documentation: File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : null);
    }

    private static ImmutableArray<MetadataReference> Load()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. Directory.EnumerateFiles(folder, "*.dll")
                .Where(IsManaged)
                .Order(StringComparer.Ordinal)
                .Select(path => MetadataReference.CreateFromFile(
                    path, documentation: FrameworkDocumentation.Instance)),
        ];
    }

    private static bool IsManaged(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata && file.GetMetadataReader().IsAssembly;
    }
}
