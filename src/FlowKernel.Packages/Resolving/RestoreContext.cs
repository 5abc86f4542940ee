using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.Protocol.Core.Types;
using NuGet.Repositories;
using NuGet.Versioning;

namespace FlowKernel.Packages.Resolving;

/// <summary>What one restore works with: the sources it may ask, the folders it looks in first.</summary>
internal sealed class RestoreContext : IDisposable
{
    private static readonly PackageSourceMapping Unmapped = new(new Dictionary<string, IReadOnlyList<string>>());

    private readonly SourceCacheContext _cache = new();
    private readonly List<IRemoteDependencyProvider> _sources;
    private readonly List<NuGetv3LocalRepository> _folders;

    public RestoreContext(
        ISettings settings, IEnumerable<SourceRepository> sources, CancellationToken cancellation)
    {
        Settings = settings;
        Cancellation = cancellation;
        _sources = [.. sources.Select(s => new SourceDependencies(s, Failures, cancellation))];
        PackagesFolder = SettingsUtility.GetGlobalPackagesFolder(settings);
        IEnumerable<string> folders = [PackagesFolder, .. SettingsUtility.GetFallbackPackageFolders(settings)];
        _folders = [.. folders.Select(path => new NuGetv3LocalRepository(path))];
    }

    /// <summary>The framework that cells run on.</summary>
    public static NuGetFramework Framework { get; } =
        new(FrameworkConstants.FrameworkIdentifiers.NetCoreApp, new Version(Environment.Version.Major, 0, 0, 0));

    /// <summary>The user's NuGet configuration.</summary>
    public ISettings Settings { get; }

    /// <summary>Ends the restore.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The sources that did not answer so far.</summary>
    public SourceFailures Failures { get; } = new();

    /// <summary>Where packages are installed.</summary>
    public string PackagesFolder { get; }

    /// <summary>What the sources remember within one restore.</summary>
    public SourceCacheContext Cache => _cache;

    /// <summary>False when only folders are looked in.</summary>
    public bool HasSources => _sources.Count > 0;

    /// <summary>A package in one of the folders, or null.</summary>
    public LocalPackageInfo? Installed(string id, NuGetVersion version) =>
        _folders.Select(f => f.FindPackage(id, version)).FirstOrDefault(p => p is not null);

    /// <summary>Makes a package that was just installed known.</summary>
    public void Forget(string id) => _folders[0].ClearCacheForIds([id]);

    /// <summary>All versions of a package, in the folders and in the sources.</summary>
    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id)
    {
        var versions = _folders.SelectMany(f => f.FindPackagesById(id)).Select(p => p.Version).ToHashSet();
        foreach (var source in _sources)
            versions.UnionWith(await source.GetAllVersionsAsync(id, _cache, NullLogger.Instance, Cancellation) ?? []);
        return [.. versions.Order()];
    }

    /// <summary>The state of a new walk through the graph.</summary>
    public RemoteWalkContext NewWalk()
    {
        var folders = _folders.Select(f => new FolderDependencies(f)).ToList<IRemoteDependencyProvider>();
        var mapping = HasSources ? PackageSourceMapping.GetPackageSourceMapping(Settings) : Unmapped;
        var walk = new RemoteWalkContext(_cache, mapping, NullLogger.Instance);
        foreach (var folder in folders)
            walk.LocalLibraryProviders.Add(folder);
        // Floating versions are looked for in sources only; without any, the folders stand in for them.
        foreach (var source in HasSources ? _sources : folders)
            walk.RemoteLibraryProviders.Add(source);
        return walk;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
