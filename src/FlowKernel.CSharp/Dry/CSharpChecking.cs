using FlowKernel.Checking;
using FlowKernel.CSharp.Kql;
using FlowKernel.Notebook.Packages;
using FlowKernel.Session;

namespace FlowKernel.CSharp.Dry;

/// <summary>Checks C# without running it: cells, scripts and the source files of programs.</summary>
/// <param name="options">What cells start with when they run; no globals are needed, only their type.</param>
/// <param name="packages">Gives the packages for a notebook in a folder; nothing is restored.</param>
public sealed class CSharpChecking(CSharpCellsOptions options, Func<string, IPackageSession> packages)
    : ICSharpChecking
{
    /// <inheritdoc/>
    public ICheckedCells Cells(FlowSession session, string folder) =>
        new CheckedCells(
            options with
            {
                Globals = null,
                Folder = () => folder,
                Kql = new SessionKql(session),
                Packages = new CachedPackages(packages(folder)),
            },
            session);

    /// <inheritdoc/>
    public ICheckedSources Sources(IReadOnlyList<(string Path, string Text)> files, FlowSession session) =>
        new CheckedSources(files, options.References, new CellKql(new SessionKql(session)));
}
