using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Packages.Assets;
using FlowKernel.Packages.Installing;
using FlowKernel.Packages.Resolving;
using FlowKernel.Text;

namespace FlowKernel.Packages;

/// <summary>One restore: resolve the graph, install what is missing, choose the files.</summary>
internal sealed class PackageRestore(
    IReadOnlyList<PackageDemand> demands, RestoredVersions restored, HostAssemblies host,
    IReadOnlyList<string> knownNames)
{
    private IReadOnlyList<ChosenPackage> _chosen = [];

    /// <summary>Runs it; with a context without sources, nothing is installed.</summary>
    public async Task<Outcome<PackageAssets>> RunAsync(RestoreContext context, IProgress<ProgressStep> progress)
    {
        if (InUse() is { Count: > 0 } clashes)
            return new Outcome<PackageAssets>(clashes);
        progress.Report(new ProgressStep("looking up " + string.Join(", ", demands.Select(d => d.Request.Name))));
        try
        {
            return await ResolveAsync(context, progress);
        }
        catch (UnusablePackageException e)
        {
            return NotInstalled(e);
        }
    }

    /// <summary>After a success: the packages keep their versions for the rest of the notebook.</summary>
    public void Keep(Outcome<PackageAssets> outcome)
    {
        if (outcome.Succeeded)
            restored.Keep(_chosen);
    }

    /// <summary>The warning for a restore that went on without sources that did not answer.</summary>
    public Diagnostic MayBeOutdated(SourceFailures failures) => new(
        "FK1004",
        $"{string.Join(" and ", failures.Descriptions)} could not be reached: the newest packages of the packages "
            + "folder are used.",
        demands[0].Request.NameSpan,
        Severity: Severity.Warning);

    private async Task<Outcome<PackageAssets>> ResolveAsync(RestoreContext context, IProgress<ProgressStep> progress)
    {
        var runtime = RuntimeSelection.ThisMachine;
        var graph = await WalkAsync(context, null);
        if (await Failures(context).OfAsync(graph) is { Count: > 0 } failures)
            return new Outcome<PackageAssets>(failures);
        await new PackageInstaller(context).InstallAsync(graph.Packages, progress);

        runtime = runtime.With(graph.Packages.Select(p => context.Installed(p.Library.Name, p.Library.Version)!));
        if (runtime.AddsDependencies)
        {
            graph = await WalkAsync(context, runtime);
            if (await Failures(context).OfAsync(graph) is { Count: > 0 } more)
                return new Outcome<PackageAssets>(more);
            await new PackageInstaller(context).InstallAsync(graph.Packages, progress);
        }

        _chosen = graph.Packages;
        return Collect(context, runtime);
    }

    private Task<PackageGraph> WalkAsync(RestoreContext context, RuntimeSelection? runtime)
    {
        var asked = demands.Select(d => d.Library).ToList();
        var pins = restored.Pins.Where(
            p => !asked.Exists(a => string.Equals(a.Name, p.Name, StringComparison.OrdinalIgnoreCase)));
        return PackageGraph.WalkAsync([.. asked, .. pins], context, runtime);
    }

    private Outcome<PackageAssets> Collect(RestoreContext context, RuntimeSelection runtime)
    {
        var assets = new AssetCollection(host, package => PlaceOf(package.AskedFor));
        foreach (var package in _chosen)
        {
            var installed = context.Installed(package.Library.Name, package.Library.Version)!;
            assets.Add(package, PackageContents.Of(installed, runtime));
        }

        return assets.Result();
    }

    // A version in use satisfies a request, or contradicts it; either way it is not looked for again.
    private List<Diagnostic> InUse() =>
    [
        .. from demand in demands
           let used = restored.Find(demand.Request.Name)
           where used is not null && !demand.Range.Satisfies(used)
           select new Diagnostic(
               "FK1005",
               $"{demand.Request.Name} {used.ToNormalizedString()} is in use since an earlier cell.",
               demand.Request.VersionSpan,
               $"Restart the kernel to use {demand.Range.Text()}."),
    ];

    private GraphFailures Failures(RestoreContext context) => new(demands, restored, context, knownNames);

    private TextSpan PlaceOf(string askedFor) => (demands.FirstOrDefault(
        d => string.Equals(d.Request.Name, askedFor, StringComparison.OrdinalIgnoreCase))
        ?? demands[0]).Request.NameSpan;

    private Diagnostic NotInstalled(UnusablePackageException e) => new(
        "FK1010",
        $"{e.Package} could not be installed: {e.Message.TrimEnd('.')}.",
        PlaceOf(e.Package.Split(' ')[0]));
}
