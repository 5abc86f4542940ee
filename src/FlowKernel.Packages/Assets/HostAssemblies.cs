using System.Reflection;

namespace FlowKernel.Packages.Assets;

/// <summary>
/// The assemblies that the kernel itself runs on, .NET's and its own. Cells use these also when a package brings the
/// same or an older build. A newer build is loaded beside the kernel's, for cells alone, unless cells and kernel share
/// its types: those of .NET, and of what our own API is made of.
/// </summary>
internal sealed class HostAssemblies
{
    private readonly Dictionary<string, string> _paths;
    private readonly HashSet<string> _shared;
    private readonly string _framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Those at some paths; the host's own list can name one twice.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="shared">The simple names of those whose types cells and kernel share, besides .NET's.</param>
    public HostAssemblies(IEnumerable<string> paths, IEnumerable<string> shared)
    {
        _paths = paths
            .DistinctBy(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase);
        _shared = shared.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Those of this process.</summary>
    /// <param name="api">The assemblies that cells call; they and what they refer to are shared.</param>
    public static HostAssemblies OfThisProcess(IEnumerable<Assembly> api) => new(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        api.SelectMany(a => a.GetReferencedAssemblies().Prepend(a.GetName())).Select(name => name.Name!));

    /// <summary>The host's file of the same assembly as <paramref name="file"/>, or null.</summary>
    public string? Own(string file) => _paths.GetValueOrDefault(Path.GetFileNameWithoutExtension(file));

    /// <summary>True for an assembly of .NET, which every cell references anyway.</summary>
    public bool IsFramework(string own) => Path.GetDirectoryName(own) == _framework;

    /// <summary>True for an assembly that cells and kernel must have the same of.</summary>
    public bool IsShared(string own) =>
        IsFramework(own) || _shared.Contains(Path.GetFileNameWithoutExtension(own));

    /// <summary>The two versions when the host's is older than that of <paramref name="file"/>, or null.</summary>
    public (Version Brought, Version Own)? OlderThan(string file)
    {
        if (Own(file) is not { } own || VersionOf(file) is not { } brought || VersionOf(own) is not { } running)
            return null;
        return running < brought ? (brought, running) : null;
    }

    private static Version? VersionOf(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path).Version;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
