using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using NuGet.LibraryModel;
using NuGet.Packaging;
using NuGet.Versioning;

namespace FlowKernel.Packages.Resolving;

/// <summary>A request whose version has been understood.</summary>
internal sealed record PackageDemand(PackageRequest Request, VersionRange Range)
{
    private static readonly char[] OtherSeparators = [' ', '@', '/', ':', '=', ';'];

    /// <summary>
    /// Reads a request. A plain version means that very one, as it would not in a project file: a cell that names a
    /// version should run with it or say why not.
    /// </summary>
    public static Outcome<PackageDemand> Of(PackageRequest request)
    {
        if (request.Name.Length == 0)
            return new Diagnostic(
                "FK1001", "The name of the package is missing.", request.NameSpan,
                "Write #r \"nuget: Name\" or #r \"nuget: Name, 1.2.3\".");
        if (!PackageIdValidator.IsValidPackageId(request.Name))
            return new Diagnostic(
                "FK1001", $"'{request.Name}' is not the name of a package.", request.NameSpan,
                WithVersion(request.Name) ?? "Names have letters, digits, dots, dashes and underscores.");
        return RangeOf(request.Version) is { } range
            ? new PackageDemand(request, range)
            : new Diagnostic(
                "FK1001", $"'{request.Version}' is not a version.", request.VersionSpan,
                "Write a version (1.2.3), a floating one (1.*), a range ([1.0,2.0)), or none for the newest.");
    }

    /// <summary>The package as the graph is asked for it.</summary>
    public LibraryRange Library => new(Request.Name, Range, LibraryDependencyTarget.Package);

    // Other tools part the version from the name by other characters.
    private static string? WithVersion(string text) =>
        text.Split(OtherSeparators, StringSplitOptions.RemoveEmptyEntries) is [var name, var version]
        && PackageIdValidator.IsValidPackageId(name) && RangeOf(version) is not null
            ? $"Write #r \"nuget: {name}, {version}\"."
            : null;

    private static VersionRange? RangeOf(string version)
    {
        if (version.Length == 0)
            return VersionRange.Parse("*");
        if (NuGetVersion.TryParse(version, out var exact))
            return new VersionRange(exact, includeMinVersion: true, exact, includeMaxVersion: true);
        return VersionRange.TryParse(version, allowFloating: true, out var range) ? range : null;
    }
}
