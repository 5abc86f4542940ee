using System.Collections.Immutable;
using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.References;

/// <summary>Finds the assemblies that <c>#r</c> names: a file, or an assembly of .NET by its name.</summary>
internal sealed class CellAssemblies(CellFolder folder) : MetadataReferenceResolver
{
    private readonly ReferencedFiles _files = new();

    /// <summary>What <c>#r</c> can name without a path, by simple name.</summary>
    public static IReadOnlyDictionary<string, string> Known => FrameworkReferences.Paths;

    public override bool ResolveMissingAssemblies => true;

    /// <summary>The reference to a file; read once.</summary>
    public PortableExecutableReference File(string path) => FrameworkReferences.Own(path) ?? _files.Of(path);

    /// <summary>True for a file that was written anew since a cell referred to it.</summary>
    public bool HasChanged(string path) => _files.HasChanged(path);

    /// <summary>True for a text that can only be a path.</summary>
    public static bool IsPath(string reference) =>
        reference.AsSpan().ContainsAny('/', '\\')
        || Path.GetExtension(reference).ToLowerInvariant() is ".dll" or ".exe";

    /// <summary>The file that a text between the quotes of <c>#r</c> stands for, or null when there is none.</summary>
    public string? Find(string reference, string? file) =>
        IsPath(reference)
            ? folder.FullPath(reference, file) is var full && System.IO.File.Exists(full) ? full : null
            : Known.GetValueOrDefault(reference.Split(',')[0].Trim());

    // Packages are given to the compiler in full beside their directive, which must stand for something too: here for
    // what every cell references anyway.
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (PackageDirective.Is(reference))
            return [FrameworkReferences.Core];
        return Find(reference, baseFilePath) is { } path ? [File(path)] : [];
    }

    // What an assembly refers to in turn lies beside it.
    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (definition is not PortableExecutableReference { FilePath: { } path })
            return null;
        var beside = Path.Combine(Path.GetDirectoryName(path)!, referenceIdentity.Name + ".dll");
        return System.IO.File.Exists(beside) && FrameworkReferences.Own(path) is null ? _files.Of(beside) : null;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
