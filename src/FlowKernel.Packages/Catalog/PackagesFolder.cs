using NuGet.Versioning;

namespace FlowKernel.Packages.Catalog;

/// <summary>What is in the packages folder, read from the names of its folders alone.</summary>
internal static class PackagesFolder
{
    /// <summary>The names of all packages, in alphabetical order; the folders have them in lower case.</summary>
    public static IReadOnlyList<string> Names(string root) =>
        [.. Folders(root).Where(name => name[0] != '.').Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The versions of a package, newest first.</summary>
    public static IReadOnlyList<string> Versions(string root, string name) =>
    [
        .. Folders(Path.Combine(root, name.ToLowerInvariant()))
            .Select(folder => NuGetVersion.TryParse(folder, out var version) ? version : null)
            .OfType<NuGetVersion>()
            .OrderDescending()
            .Select(version => version.ToNormalizedString()),
    ];

    private static IEnumerable<string> Folders(string path) => Directory.Exists(path)
        ? new DirectoryInfo(path).EnumerateDirectories().Select(folder => folder.Name)
        : [];
}
