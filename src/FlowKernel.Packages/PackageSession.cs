using System.Reflection;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Packages.Assets;
using FlowKernel.Packages.Catalog;
using FlowKernel.Packages.Resolving;
using FlowKernel.Text;

namespace FlowKernel.Packages;

/// <summary>
/// The NuGet packages of one notebook, restored in this process by NuGet's own libraries: <c>dotnet restore</c> would
/// need the SDK, which users of the tool need not have, and takes seconds even when there is nothing to do.
/// </summary>
public sealed class PackageSession : IPackageSession
{
    private readonly RestoredVersions _restored = new();
    private readonly HostAssemblies _host;
    private readonly PackageSources _sources;

    /// <summary>Packages for a notebook in a folder, with the NuGet configuration that holds there.</summary>
    /// <param name="folder">
    /// The notebook's folder; each nuget.config from here upwards counts, then the user's and the machine's.
    /// </param>
    /// <param name="api">
    /// The kernel's assemblies that cells call: of these, and of what they refer to, cells cannot have other versions.
    /// </param>
    public PackageSession(string folder, params IEnumerable<Assembly> api)
        : this(folder, HostAssemblies.OfThisProcess(api))
    {
    }

    internal PackageSession(string folder, HostAssemblies host)
    {
        _host = host;
        _sources = new PackageSources(folder);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> CachedNames => PackagesFolder.Names(_sources.PackagesFolder);

    /// <inheritdoc/>
    public IReadOnlyList<string> CachedVersions(string name) => PackagesFolder.Versions(_sources.PackagesFolder, name);

    /// <inheritdoc/>
    public Diagnostic? AddSource(string source, TextSpan span) => _sources.Add(source, span);

    /// <inheritdoc/>
    public async Task<Outcome<PackageAssets>> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IProgress<ProgressStep> progress, CancellationToken cancellation)
    {
        var demands = requests.Select(PackageDemand.Of).ToList();
        if (Problems(demands) is { Count: > 0 } problems)
            return new Outcome<PackageAssets>(problems);
        var restore = new PackageRestore([.. demands.Select(d => d.OrThrow())], _restored, _host, CachedNames);
        using var context = _sources.Open(cancellation);
        var outcome = await restore.RunAsync(context, progress);
        if (!outcome.Succeeded && !context.Failures.IsEmpty && await OfflineAsync(restore, cancellation) is { } offline)
            outcome = new Outcome<PackageAssets>(offline, [restore.MayBeOutdated(context.Failures)]);
        restore.Keep(outcome);
        return outcome;
    }

    /// <inheritdoc/>
    public async Task<Outcome<PackageAssets>> FindCachedAsync(
        IReadOnlyList<PackageRequest> requests, CancellationToken cancellation)
    {
        var demands = requests.Select(PackageDemand.Of).ToList();
        if (Problems(demands) is { Count: > 0 } problems)
            return new Outcome<PackageAssets>(problems);
        var restore = new PackageRestore([.. demands.Select(d => d.OrThrow())], _restored, _host, CachedNames);
        using var context = _sources.OpenOffline(cancellation);
        return await restore.RunAsync(context, new Progress<ProgressStep>());
    }

    private async Task<PackageAssets?> OfflineAsync(PackageRestore restore, CancellationToken cancellation)
    {
        using var context = _sources.OpenOffline(cancellation);
        return (await restore.RunAsync(context, new Progress<ProgressStep>())).Value;
    }

    private static List<Diagnostic> Problems(IEnumerable<Outcome<PackageDemand>> demands) =>
        [.. demands.SelectMany(d => d.Diagnostics)];
}
