using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Versioning;

namespace FlowKernel.Packages.Resolving;

/// <summary>The notebook as the project at the root of the graph: it depends on what cells ask for.</summary>
internal sealed class NotebookProject(IReadOnlyList<LibraryRange> packages) : IDependencyProvider
{
    private const string Name = "The notebook";
    private static readonly NuGetVersion Version = new(1, 0, 0);

    /// <summary>The range that the walk starts from.</summary>
    public static LibraryRange Root { get; } = new(Name, new VersionRange(Version), LibraryDependencyTarget.Project);

    public bool SupportsType(LibraryDependencyTarget libraryTypeFlag) =>
        libraryTypeFlag.HasFlag(LibraryDependencyTarget.Project);

    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework targetFramework, string? alias) =>
        GetLibrary(libraryRange, targetFramework);

    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework targetFramework) =>
        libraryRange.Name != Name ? null : new Library
        {
            LibraryRange = libraryRange,
            Identity = new LibraryIdentity(Name, Version, LibraryType.Project),
            Dependencies = [.. packages.Select(p => new LibraryDependency { LibraryRange = p })],
        };
}
