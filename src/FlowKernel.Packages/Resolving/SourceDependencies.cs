using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace FlowKernel.Packages.Resolving;

/// <summary>
/// A package source as NuGet's dependency walker asks it. One that fails is noted and then has no packages, so that the
/// others still can answer. The walker passes no cancellation on, so each request takes the restore's own.
/// </summary>
internal sealed class SourceDependencies(
    SourceRepository repository, SourceFailures failures, CancellationToken restore) : IRemoteDependencyProvider
{
    public bool IsHttp => repository.PackageSource.IsHttp;

    public PackageSource Source => repository.PackageSource;

    public SourceRepository SourceRepository => repository;

    public async Task<LibraryIdentity?> FindLibraryAsync(
        LibraryRange libraryRange, NuGetFramework targetFramework, SourceCacheContext cacheContext, ILogger logger,
        CancellationToken cancellationToken)
    {
        var versions = await GetAllVersionsAsync(libraryRange.Name, cacheContext, logger, restore) ?? [];
        return versions.FindBestMatch(libraryRange.VersionRange, v => v) is { } best
            ? new LibraryIdentity(libraryRange.Name, best, LibraryType.Package)
            : null;
    }

    public async Task<LibraryDependencyInfo> GetDependenciesAsync(
        LibraryIdentity libraryIdentity, NuGetFramework targetFramework, SourceCacheContext cacheContext,
        ILogger logger, CancellationToken cancellationToken)
    {
        var package = $"{libraryIdentity.Name} {libraryIdentity.Version.ToNormalizedString()}";
        var found = await AskAsync<FindPackageByIdDependencyInfo?>(package, async r => await r.GetDependencyInfoAsync(
            libraryIdentity.Name, libraryIdentity.Version, cacheContext, logger, restore));
        if (found is null)
            return LibraryDependencyInfo.CreateUnresolved(libraryIdentity, targetFramework);
        var identity = new LibraryIdentity(
            found.PackageIdentity.Id, found.PackageIdentity.Version, libraryIdentity.Type);
        var dependencies = NuspecDependencies.For(found.DependencyGroups, targetFramework);
        return LibraryDependencyInfo.Create(identity, targetFramework, dependencies);
    }

    public Task<IPackageDownloader> GetPackageDownloaderAsync(
        PackageIdentity packageIdentity, SourceCacheContext cacheContext, ILogger logger,
        CancellationToken cancellationToken) => DownloaderAsync(packageIdentity, cacheContext, logger);

    public async Task<IEnumerable<NuGetVersion>?> GetAllVersionsAsync(
        string id, SourceCacheContext cacheContext, ILogger logger, CancellationToken token) =>
        await AskAsync<IEnumerable<NuGetVersion>>(
            id, async r => await r.GetAllVersionsAsync(id, cacheContext, logger, restore));

    private async Task<IPackageDownloader> DownloaderAsync(
        PackageIdentity package, SourceCacheContext cache, ILogger logger)
    {
        var resource = await ResourceAsync();
        return await resource.GetPackageDownloaderAsync(package, cache, logger, restore)
            ?? throw new FatalProtocolException($"{Source.Source} lists {package} but does not have it.");
    }

    private async Task<FindPackageByIdResource> ResourceAsync() =>
        await repository.GetResourceAsync<FindPackageByIdResource>(restore)
        ?? throw new FatalProtocolException("It is not a package source.");

    private async Task<T?> AskAsync<T>(string package, Func<FindPackageByIdResource, Task<T?>> question)
        where T : class?
    {
        if (failures.Contains(Source))
            return null;
        try
        {
            return await question(await ResourceAsync());
        }
        catch (FatalProtocolException e)
        {
            restore.ThrowIfCancellationRequested();
            failures.Add(Source, e);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            restore.ThrowIfCancellationRequested();
            throw new UnusablePackageException(package, e);
        }
    }
}
