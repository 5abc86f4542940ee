using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Dry;

/// <summary>Packages for a check: those in the packages folder, without asking any source or adding anything.</summary>
internal sealed class CachedPackages(IPackageSession session) : IPackageSession
{
    public IReadOnlyList<string> CachedNames => session.CachedNames;

    public Diagnostic? AddSource(string source, TextSpan span) => null;

    public Task<Outcome<PackageAssets>> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IProgress<ProgressStep> progress, CancellationToken cancellation) =>
        session.FindCachedAsync(requests, cancellation);

    public Task<Outcome<PackageAssets>> FindCachedAsync(
        IReadOnlyList<PackageRequest> requests, CancellationToken cancellation) =>
        session.FindCachedAsync(requests, cancellation);

    public IReadOnlyList<string> CachedVersions(string name) => session.CachedVersions(name);
}
