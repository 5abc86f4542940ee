using FlowKernel.Packages.Assets;
using NuGet.Repositories;
using NuGet.RuntimeModel;

namespace FlowKernel.Packages.Resolving;

/// <summary>
/// The machine that packages are chosen for, and what packages themselves say about machines in their
/// <c>runtime.json</c>.
/// </summary>
internal sealed record RuntimeSelection(string Identifier, RuntimeGraph Graph)
{
    /// <summary>This machine, before any package has been read.</summary>
    public static RuntimeSelection ThisMachine { get; } =
        new(RuntimeIdentifiers.Current, RuntimeIdentifiers.Graph);

    /// <summary>The same with what packages say.</summary>
    public RuntimeSelection With(IEnumerable<LocalPackageInfo> packages) =>
        this with
        {
            Graph = packages.Select(p => p.RuntimeGraph).OfType<RuntimeGraph>().Aggregate(Graph, RuntimeGraph.Merge),
        };

    /// <summary>True when a package needs further ones on this machine.</summary>
    public bool AddsDependencies => Graph.Runtimes.Values.Any(r => r.RuntimeDependencySets.Count > 0);
}
