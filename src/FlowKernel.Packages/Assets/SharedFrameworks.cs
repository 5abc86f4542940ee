using System.Reflection;
using NuGet.Versioning;

namespace FlowKernel.Packages.Assets;

/// <summary>
/// The frameworks beside .NET's own that packages can ask for, such as Microsoft.AspNetCore.App: each in a folder for
/// its name and version (https://learn.microsoft.com/dotnet/core/distribution-packaging).
/// </summary>
/// <param name="root">The folder of all frameworks.</param>
internal sealed class SharedFrameworks(string root)
{
    private const string Own = "Microsoft.NETCore.App";

    /// <summary>Those of the .NET that this process runs on.</summary>
    public static SharedFrameworks OfThisProcess { get; } =
        new(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..")));

    /// <summary>
    /// The newest build's assemblies for the major version that runs; none for .NET's own, which is there anyway; null
    /// where the framework is not installed.
    /// </summary>
    /// <param name="name">The name, such as Microsoft.AspNetCore.App; of a profile of it, such as
    /// Microsoft.WindowsDesktop.App.WPF, the framework counts.</param>
    public IReadOnlyList<string>? Assemblies(string name)
    {
        if (name == Own)
            return [];
        return FolderOf(name) is { } folder
            ? [.. Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal)]
            : null;
    }

    private string? FolderOf(string name)
    {
        var folder = Path.Combine(root, name);
        if (!Directory.Exists(folder))
            return name.Split('.') is { Length: > 3 } parts ? FolderOf(string.Join('.', parts[..3])) : null;
        return Directory.EnumerateDirectories(folder)
            .Select(path => (Path: path, Version: VersionOf(path)))
            .Where(f => f.Version?.Major == Environment.Version.Major)
            .OrderByDescending(f => f.Version)
            .Select(f => f.Path)
            .FirstOrDefault();
    }

    private static NuGetVersion? VersionOf(string folder) =>
        NuGetVersion.TryParse(Path.GetFileName(folder), out var version) ? version : null;

    private static bool IsManaged(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
