using NuGet.LibraryModel;
using NuGet.Versioning;

namespace FlowKernel.Packages.Resolving;

/// <summary>The packages that a notebook uses since earlier cells. They keep their versions until a restart.</summary>
internal sealed class RestoredVersions
{
    private readonly Dictionary<string, NuGetVersion> _versions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The packages as the graph must choose them.</summary>
    public IEnumerable<LibraryRange> Pins => _versions.Select(
        p => new LibraryRange(p.Key, new VersionRange(p.Value, true, p.Value, true), LibraryDependencyTarget.Package));

    /// <summary>True for a package in use.</summary>
    public bool Contains(string name) => _versions.ContainsKey(name);

    /// <summary>The version in use, or null.</summary>
    public NuGetVersion? Find(string name) => _versions.GetValueOrDefault(name);

    /// <summary>Keeps what a restore chose.</summary>
    public void Keep(IEnumerable<ChosenPackage> packages)
    {
        foreach (var package in packages)
            _versions.TryAdd(package.Library.Name, package.Library.Version);
    }
}
