using NuGet.DependencyResolver;
using NuGet.LibraryModel;
using Node = NuGet.DependencyResolver.GraphNode<NuGet.DependencyResolver.RemoteResolveResult>;

namespace FlowKernel.Packages.Resolving;

/// <summary>All that a notebook's packages lead to, after NuGet's rules have chosen a version of each.</summary>
internal sealed class PackageGraph
{
    private PackageGraph(Node root, AnalyzeResult<RemoteResolveResult> analysis)
    {
        Analysis = analysis;
        root.ForEach(Add);
    }

    /// <summary>What NuGet's rules found wrong: conflicts and downgrades.</summary>
    public AnalyzeResult<RemoteResolveResult> Analysis { get; }

    /// <summary>The chosen packages, each once.</summary>
    public List<ChosenPackage> Packages { get; } = [];

    /// <summary>What no source has, with the way to it.</summary>
    public List<Node> Missing { get; } = [];

    /// <summary>Walks from what is asked for to everything that it needs.</summary>
    public static async Task<PackageGraph> WalkAsync(
        IReadOnlyList<LibraryRange> requests, RestoreContext context, RuntimeSelection? runtime)
    {
        var walk = context.NewWalk();
        walk.ProjectLibraryProviders.Add(new NotebookProject(requests));
        var root = await new RemoteDependencyWalker(walk).WalkAsync(
            NotebookProject.Root, RestoreContext.Framework, runtime?.Identifier, runtime?.Graph, recursive: true);
        context.Cancellation.ThrowIfCancellationRequested();
        var analysis = root.Analyze();
        return new PackageGraph(root, analysis);
    }

    private void Add(Node node)
    {
        if (node.Disposition == Disposition.Rejected || node.Item?.Data.Match is not { } match)
            return;
        if (match.Library.Type == LibraryType.Unresolved)
            Missing.Add(node);
        else if (match.Library.Type == LibraryType.Package && !Packages.Exists(p => p.Library.Equals(match.Library)))
            Packages.Add(new ChosenPackage(match, node.AskedFor()));
    }
}

/// <summary>A package of the graph.</summary>
/// <param name="Match">Its version, and which source or folder has it.</param>
/// <param name="AskedFor">The package of the notebook that leads to it: itself, or one that needs it.</param>
internal sealed record ChosenPackage(RemoteMatch Match, string AskedFor)
{
    /// <summary>Its id and version.</summary>
    public LibraryIdentity Library => Match.Library;

    /// <summary>True for one that the notebook itself asks for.</summary>
    public bool IsRequested => string.Equals(Library.Name, AskedFor, StringComparison.OrdinalIgnoreCase);

    /// <summary>Its name and version.</summary>
    public override string ToString() => $"{Library.Name} {Library.Version.ToNormalizedString()}";
}
