using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Packaging;

namespace FlowKernel.Packages.Resolving;

/// <summary>Reads what a package depends on.</summary>
internal static class NuspecDependencies
{
    /// <summary>The dependencies for a framework: those of the nearest group.</summary>
    public static IEnumerable<LibraryDependency> For(
        IEnumerable<PackageDependencyGroup> groups, NuGetFramework framework) =>
        NuGetFrameworkUtility.GetNearest(groups, framework, group => group.TargetFramework) is { } nearest
            ? nearest.Packages.Select(PackagingUtility.GetLibraryDependencyFromNuspec)
            : [];
}
