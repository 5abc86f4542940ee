using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace FlowKernel.Packages.Catalog;

/// <summary>What is in the packages folder, read from the names of its folders.</summary>
internal static partial class PackagesFolder
{
    private const int NuspecHead = 2048;
    private static readonly ConcurrentDictionary<string, string> Written = new(StringComparer.Ordinal);

    /// <summary>The names of all packages as their authors write them, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names(string root) =>
    [
        .. Folders(root)
            .Where(folder => folder.Name[0] != '.')
            .Select(folder => Written.GetOrAdd(folder.FullName, _ => NameOf(folder)))
            .Order(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The versions of a package, newest first.</summary>
    public static IReadOnlyList<string> Versions(string root, string name) =>
    [
        .. Folders(Path.Combine(root, name.ToLowerInvariant()))
            .Select(folder => NuGetVersion.TryParse(folder.Name, out var version) ? version : null)
            .OfType<NuGetVersion>()
            .OrderDescending()
            .Select(version => version.ToNormalizedString()),
    ];

    // The folder has the name in lower case; any version's nuspec has it as written.
    private static string NameOf(DirectoryInfo package)
    {
        var nuspec = package.EnumerateDirectories()
            .Select(version => new FileInfo(Path.Combine(version.FullName, package.Name + ".nuspec")))
            .FirstOrDefault(file => file.Exists);
        if (nuspec is null)
            return package.Name;
        using var reader = nuspec.OpenText();
        var head = new char[NuspecHead];
        var length = reader.ReadBlock(head);
        var id = Id().Match(new string(head, 0, length)).Groups["id"].Value;
        return string.Equals(id, package.Name, StringComparison.OrdinalIgnoreCase) ? id : package.Name;
    }

    private static IEnumerable<DirectoryInfo> Folders(string path) => Directory.Exists(path)
        ? new DirectoryInfo(path).EnumerateDirectories()
        : [];

    [GeneratedRegex(@"<id>\s*(?<id>[^<\s]+)\s*</id>")]
    private static partial Regex Id();
}
