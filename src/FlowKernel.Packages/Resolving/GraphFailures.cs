using FlowKernel.Diagnostics;
using FlowKernel.Text;
using Node = NuGet.DependencyResolver.GraphNode<NuGet.DependencyResolver.RemoteResolveResult>;

namespace FlowKernel.Packages.Resolving;

/// <summary>Says why a graph cannot be used, each time at the request that leads there.</summary>
internal sealed class GraphFailures(
    IReadOnlyList<PackageDemand> demands, RestoredVersions restored, RestoreContext context,
    IReadOnlyList<string> knownNames)
{
    /// <summary>What is wrong with a graph; empty when it can be used.</summary>
    public async Task<IReadOnlyList<Diagnostic>> OfAsync(PackageGraph graph)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Missing.DistinctBy(n => n.Key.Name, StringComparer.OrdinalIgnoreCase))
            found.Add(await MissingAsync(node));
        if (found.Count > 0)
            return found;
        found.AddRange(graph.Analysis.Downgrades.Select(d => Disagreement(d.DowngradedFrom, d.DowngradedTo)));
        found.AddRange(graph.Analysis.VersionConflicts.Select(c => Disagreement(c.Conflicting, c.Selected)));
        return [.. found.DistinctBy(d => d.Message)];
    }

    private async Task<Diagnostic> MissingAsync(Node node)
    {
        var demand = DemandOf(node);
        var versions = await context.VersionsAsync(node.Key.Name);
        if (context.Failures.Refused is [var refused, ..])
            return refused.At(demand.Request.NameSpan);
        if (!context.Failures.IsEmpty)
            return Unreachable(node, demand);
        if (!node.IsRequested())
            return MissingDependency(node, demand);
        return versions.Count == 0
            ? NoSuchPackage(demand)
            : NearestVersions.NoSuchVersion(demand, versions);
    }

    private Diagnostic Unreachable(Node node, PackageDemand demand) => new(
        "FK1004",
        $"{Named(node)} is not in the packages folder, and {SourcesThatFailed()} could not be reached.",
        demand.Request.NameSpan,
        "Check the network and the package sources in nuget.config, or add a folder with #i \"nuget: PATH\".");

    private Diagnostic MissingDependency(Node node, PackageDemand demand) => new(
        "FK1003",
        $"{node.Parent()} needs {node.Key.Name} {node.Key.VersionRange!.Text()}, which {Where()}.",
        demand.Request.NameSpan);

    private Diagnostic NoSuchPackage(PackageDemand demand)
    {
        var nearest = NearestName.Find(demand.Request.Name, knownNames);
        return new Diagnostic(
            "FK1002",
            $"There is no package '{demand.Request.Name}': it {Where()}.",
            demand.Request.NameSpan,
            nearest is null ? null : $"Did you mean {nearest}?");
    }

    // Cells that ran before had their say: what they loaded stays.
    private Diagnostic Disagreement(Node wanted, Node chosen)
    {
        var demand = DemandOf(restored.Contains(wanted.AskedFor()) ? chosen : wanted);
        var wish = $"{wanted.Parent()} needs {wanted.Key.Name} {wanted.Key.VersionRange!.Text()}";
        return restored.Contains(chosen.Key.Name)
            ? new Diagnostic(
                "FK1005",
                $"{wish}, but {chosen.NameAndVersion()} is in use since an earlier cell.",
                demand.Request.NameSpan,
                "Restart the kernel and ask for all packages in one cell.")
            : new Diagnostic(
                "FK1006",
                $"{wish}, but {chosen.Parent()} needs {chosen.Key.Name} {chosen.Key.VersionRange!.Text()}.",
                demand.Request.NameSpan,
                "Ask for versions that agree.");
    }

    private string Where() => context.HasSources
        ? "is neither in the packages folder nor in a package source"
        : "is not in the packages folder";

    private string SourcesThatFailed() => string.Join(" and ", context.Failures.Descriptions);

    private static string Named(Node node) => node.IsRequested()
        ? node.Key.Name
        : $"{node.Key.Name}, which {node.Parent()} needs,";

    private PackageDemand DemandOf(Node node) => demands.FirstOrDefault(
        d => string.Equals(d.Request.Name, node.AskedFor(), StringComparison.OrdinalIgnoreCase)) ?? demands[0];
}
