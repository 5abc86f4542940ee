using System.Collections.Concurrent;

namespace FlowKernel.CSharp.Submissions;

/// <summary>The files of packages that code may ask for by name.</summary>
internal sealed class PackageFiles
{
    private static readonly (string Prefix, string Suffix)[] NativeNames =
    [
        ("", ""), ("", ".so"), ("lib", ".so"), ("lib", ""), ("", ".dylib"), ("lib", ".dylib"), ("", ".dll"),
    ];

    private readonly ConcurrentDictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes files in. Of two with the same name the first counts: it may be loaded already.</summary>
    public void Add(IEnumerable<string> assemblies, IEnumerable<string> nativeLibraries)
    {
        foreach (var path in assemblies)
            _assemblies.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        foreach (var path in nativeLibraries)
            _native.TryAdd(Path.GetFileName(path), path);
    }

    /// <summary>The file of an assembly, or null.</summary>
    public string? Assembly(string name) => _assemblies.GetValueOrDefault(name);

    /// <summary>The file of a native library, by the name that code imports it under, or null.</summary>
    public string? Native(string name) => NativeNames
        .Select(n => _native.GetValueOrDefault(n.Prefix + name + n.Suffix))
        .FirstOrDefault(path => path is not null);
}
