using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Packages.Resolving;
using FlowKernel.Text;

namespace FlowKernel.Packages.Assets;

/// <summary>
/// Adds up what packages bring. Where a package brings an assembly that cells and kernel must share, cells get the
/// kernel's; the package cannot be used when that is the older one.
/// </summary>
internal sealed class AssetCollection(HostAssemblies host, Func<ChosenPackage, TextSpan> placeOf)
{
    private readonly List<RestoredPackage> _packages = [];
    private readonly List<string> _references = [];
    private readonly List<string> _assemblies = [];
    private readonly List<string> _native = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly HashSet<string> _frameworks = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a package in.</summary>
    public void Add(ChosenPackage package, PackageContents contents)
    {
        var name = $"{package.Library.Name} {package.Library.Version.ToNormalizedString()}";
        _packages.Add(new RestoredPackage(
            package.Library.Name, package.Library.Version.ToNormalizedString(), package.IsRequested));
        if (contents.OtherFrameworks.Count > 0)
            _problems.Add(NoAssets(name, contents.OtherFrameworks, placeOf(package)));
        foreach (var framework in contents.SharedFrameworks.Where(_frameworks.Add))
            AddFramework(framework, name, placeOf(package));
        foreach (var file in contents.Assemblies)
            AddAssembly(file, name, placeOf(package));
        _references.AddRange(contents.References.Select(ForCells).OfType<string>());
        _native.AddRange(contents.NativeLibraries);
    }

    /// <summary>What was taken in, or why it cannot be used.</summary>
    public Outcome<PackageAssets> Result() => _problems.Count > 0
        ? new Outcome<PackageAssets>(_problems)
        : new PackageAssets
        {
            Packages = [.. _packages.OrderByDescending(p => p.IsRequested)],
            References = [.. _references.Distinct()],
            Assemblies = [.. _assemblies.Distinct()],
            NativeLibraries = _native,
        };

    private void AddFramework(string framework, string package, TextSpan place)
    {
        if (SharedFrameworks.OfThisProcess.Assemblies(framework) is not { } files)
        {
            _problems.Add(NoFramework(framework, package, place));
            return;
        }

        foreach (var file in files)
            AddAssembly(file, $"{package}'s framework {framework}", place);
        _references.AddRange(files.Select(ForCells).OfType<string>());
    }

    private void AddAssembly(string file, string package, TextSpan place)
    {
        if (host.Shared(file) is null)
            _assemblies.Add(file);
        else if (host.OlderThan(file) is var (brought, running))
            _problems.Add(new Diagnostic(
                "FK1008",
                $"{package} brings {Path.GetFileNameWithoutExtension(file)} {brought}, but the kernel itself runs on "
                    + $"{running}.",
                place,
                "Ask for an older version of the package."));
    }

    private string? ForCells(string file) =>
        host.Shared(file) is not { } own ? file : host.IsFramework(own) ? null : own;

    private static Diagnostic NoFramework(string framework, string package, TextSpan place) => new(
        "FK1016",
        $"{package} needs the framework {framework} for .NET {Environment.Version.Major}, which is not installed.",
        place,
        "Install that runtime, then restart the kernel.");

    private static Diagnostic NoAssets(string package, IReadOnlyList<string> frameworks, TextSpan place) => new(
        "FK1007",
        $"{package} has nothing for {RestoreContext.Framework.GetShortFolderName()}: it is for "
            + $"{string.Join(", ", frameworks)}.",
        place);
}
