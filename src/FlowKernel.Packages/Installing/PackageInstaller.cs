using FlowKernel.Notebook.Progress;
using FlowKernel.Packages.Resolving;
using NuGet.Common;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.Signing;

namespace FlowKernel.Packages.Installing;

/// <summary>Downloads packages into the packages folder, checked as the user's NuGet configuration wants it.</summary>
internal sealed class PackageInstaller(RestoreContext context)
{
    private const int AtOnce = 4;
    private readonly VersionFolderPathResolver _paths = new(context.PackagesFolder);

    private readonly PackageExtractionContext _extraction = new(
        PackageSaveMode.Defaultv3,
        XmlDocFileSaveMode.None,
        ClientPolicyContext.GetClientPolicy(context.Settings, NullLogger.Instance),
        NullLogger.Instance);

    /// <summary>Installs those of the chosen packages that are in no folder yet.</summary>
    /// <exception cref="UnusablePackageException">One could not be downloaded or is not accepted.</exception>
    public async Task InstallAsync(IEnumerable<ChosenPackage> packages, IProgress<ProgressStep> progress)
    {
        var missing = packages
            .Where(p => context.Installed(p.Library.Name, p.Library.Version) is null)
            .ToList();
        var done = 0;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce, CancellationToken = context.Cancellation,
        };
        await Parallel.ForEachAsync(missing, options, async (package, _) =>
        {
            progress.Report(new ProgressStep(package.ToString(), (double)done / missing.Count));
            await InstallAsync(package);
            Interlocked.Increment(ref done);
        });
    }

    private async Task InstallAsync(ChosenPackage package)
    {
        try
        {
            await DownloadAsync(package);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new UnusablePackageException(package.ToString(), e);
        }
    }

    private async Task DownloadAsync(ChosenPackage package)
    {
        var identity = new PackageIdentity(package.Library.Name, package.Library.Version);
        var cancellation = context.Cancellation;
        using var downloader = await package.Match.Provider!.GetPackageDownloaderAsync(
            identity, context.Cache, NullLogger.Instance, cancellation);
        await PackageExtractor.InstallFromSourceAsync(identity, downloader, _paths, _extraction, cancellation);
        context.Forget(identity.Id);
    }
}
