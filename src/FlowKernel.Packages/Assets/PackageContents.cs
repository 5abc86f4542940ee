using FlowKernel.Packages.Resolving;
using NuGet.Client;
using NuGet.ContentModel;
using NuGet.Frameworks;
using NuGet.Packaging.Core;
using NuGet.Repositories;

namespace FlowKernel.Packages.Assets;

/// <summary>
/// Which of a package's files this machine and framework use. A file named <c>_._</c> says that a folder is meant to be
/// empty.
/// </summary>
internal sealed record PackageContents(
    IReadOnlyList<string> References, IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeLibraries)
{
    /// <summary>The frameworks it has assemblies for, when none of them fits; empty otherwise.</summary>
    public IReadOnlyList<string> OtherFrameworks { get; private init; } = [];

    /// <summary>The shared frameworks it needs besides .NET's own, such as Microsoft.AspNetCore.App.</summary>
    public IReadOnlyList<string> SharedFrameworks { get; private init; } = [];

    /// <summary>Chooses by NuGet's own conventions: ref before lib, runtimes before both.</summary>
    public static PackageContents Of(LocalPackageInfo package, RuntimeSelection runtime)
    {
        var conventions = new ManagedCodeConventions(runtime.Graph);
        var (patterns, criteria) = (conventions.Patterns, conventions.Criteria);
        var files = new ContentItemCollection();
        files.Load(package.Files);
        var here = criteria.ForFrameworkAndRuntime(RestoreContext.Framework, runtime.Identifier);
        var compile = files.FindBestItemGroup(
            criteria.ForFramework(RestoreContext.Framework),
            patterns.CompileRefAssemblies,
            patterns.CompileLibAssemblies);
        var run = files.FindBestItemGroup(here, patterns.RuntimeAssemblies);
        var native = files.FindBestItemGroup(
            criteria.ForRuntime(runtime.Identifier), patterns.NativeLibraries)
            ?? files.FindBestItemGroup(here, patterns.NativeLibraries);
        return new PackageContents(Paths(package, compile), Paths(package, run), Paths(package, native))
        {
            OtherFrameworks = compile is null && run is null && native is null ? Frameworks(package) : [],
            SharedFrameworks = Shared(package),
        };
    }

    private static IReadOnlyList<string> Paths(LocalPackageInfo package, ContentItemGroup? group) =>
    [
        .. (group?.Items ?? [])
            .Where(item => Path.GetFileName(item.Path) != PackagingCoreConstants.EmptyFolder)
            .Select(item => Path.GetFullPath(Path.Combine(package.ExpandedPath, item.Path))),
    ];

    private static IReadOnlyList<string> Shared(LocalPackageInfo package) =>
    [
        .. NuGetFrameworkUtility.GetNearest(
            package.Nuspec.GetFrameworkRefGroups(), RestoreContext.Framework, g => g.TargetFramework)
            ?.FrameworkReferences.Select(f => f.Name) ?? [],
    ];

    private static IReadOnlyList<string> Frameworks(LocalPackageInfo package) =>
    [
        .. package.Files
            .Select(path => path.Split('/'))
            .Where(parts => parts is ["lib" or "ref", _, ..])
            .Select(parts => parts.Length > 2 ? parts[1] : "the .NET Framework")
            .Distinct(),
    ];
}
