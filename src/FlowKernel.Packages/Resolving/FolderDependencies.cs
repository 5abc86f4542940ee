using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Repositories;
using NuGet.Versioning;

namespace FlowKernel.Packages.Resolving;

/// <summary>The packages folder (or a fallback folder) as NuGet's dependency walker asks it.</summary>
internal sealed class FolderDependencies(NuGetv3LocalRepository folder) : IRemoteDependencyProvider
{
    public bool IsHttp => false;

    public PackageSource Source { get; } = new(folder.RepositoryRoot);

    public SourceRepository? SourceRepository => null;

    public Task<LibraryIdentity?> FindLibraryAsync(
        LibraryRange libraryRange, NuGetFramework targetFramework, SourceCacheContext cacheContext, ILogger logger,
        CancellationToken cancellationToken)
    {
        var best = Versions(libraryRange.Name).FindBestMatch(libraryRange.VersionRange, v => v);
        return Task.FromResult(
            best is null ? null : new LibraryIdentity(libraryRange.Name, best, LibraryType.Package));
    }

    public Task<LibraryDependencyInfo> GetDependenciesAsync(
        LibraryIdentity libraryIdentity, NuGetFramework targetFramework, SourceCacheContext cacheContext,
        ILogger logger, CancellationToken cancellationToken)
    {
        var package = folder.FindPackage(libraryIdentity.Name, libraryIdentity.Version)!;
        return Task.FromResult(LibraryDependencyInfo.Create(
            new LibraryIdentity(package.Id, package.Version, LibraryType.Package),
            targetFramework,
            NuspecDependencies.For(package.Nuspec.GetDependencyGroups(), targetFramework)));
    }

    // What is in the folder is never downloaded.
    public Task<IPackageDownloader> GetPackageDownloaderAsync(
        PackageIdentity packageIdentity, SourceCacheContext cacheContext, ILogger logger,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IEnumerable<NuGetVersion>?> GetAllVersionsAsync(
        string id, SourceCacheContext cacheContext, ILogger logger, CancellationToken token) =>
        Task.FromResult<IEnumerable<NuGetVersion>?>(Versions(id));

    private IEnumerable<NuGetVersion> Versions(string id) => folder.FindPackagesById(id).Select(p => p.Version);
}
