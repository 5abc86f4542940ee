using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Progress;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Packages;

/// <summary>
/// The NuGet packages of one notebook. Packages that were restored stay as they are until the kernel restarts, because
/// their assemblies may be loaded: later requests must agree with them.
/// </summary>
public interface IPackageSession
{
    /// <summary>
    /// Adds a package source: a folder or the URL of a feed, which later restores ask besides the configured ones.
    /// Gives what is wrong with it, or null.
    /// </summary>
    Diagnostic? AddSource(string source, TextSpan span);

    /// <summary>
    /// Makes packages and all that they depend on available, and keeps them for the notebook; nothing is kept on
    /// failure. Asks no source when all of them are in the packages folder in the very version asked for.
    /// </summary>
    /// <param name="requests">What a cell asks for.</param>
    /// <param name="progress">Told what is going on, in a few words.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What these packages bring, or diagnostics with the spans of the requests.</returns>
    Task<Outcome<PackageAssets>> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IProgress<ProgressStep> progress, CancellationToken cancellation);

    /// <summary>
    /// What packages would bring, from the packages folder alone: asks no source, keeps and changes nothing. Fails with
    /// the same diagnostics when something is missing there.
    /// </summary>
    Task<Outcome<PackageAssets>> FindCachedAsync(
        IReadOnlyList<PackageRequest> requests, CancellationToken cancellation);

    /// <summary>The names of packages in the packages folder, in alphabetical order.</summary>
    IReadOnlyList<string> CachedNames { get; }

    /// <summary>The versions of a package in the packages folder, newest first.</summary>
    IReadOnlyList<string> CachedVersions(string name);
}
