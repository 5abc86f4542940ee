using System.Reflection;

namespace FlowKernel.Packages.Assets;

/// <summary>
/// The assemblies that the kernel itself runs on, .NET's and its own. Those whose types cells and kernel share (.NET,
/// and what our own API is made of) exist once: cells use the kernel's also when a package brings the same or an older
/// build, and cannot use a newer one. Any other is loaded beside the kernel's, for cells alone, in the version that was
/// asked for.
/// </summary>
internal sealed class HostAssemblies
{
    private const string OurPrefix = "FlowKernel";
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
    /// <param name="api">The assemblies that cells call; what they refer to is shared, as are all of our own.</param>
    public static HostAssemblies OfThisProcess(IEnumerable<Assembly> api) => new(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        api.SelectMany(a => a.GetReferencedAssemblies()).Select(name => name.Name!));

    /// <summary>The host's file that cells must use in the place of <paramref name="file"/>, or null.</summary>
    public string? Shared(string file) =>
        _paths.GetValueOrDefault(Path.GetFileNameWithoutExtension(file)) is { } own && IsShared(own) ? own : null;

    /// <summary>True for an assembly of .NET, which every cell references anyway.</summary>
    public bool IsFramework(string own) => Path.GetDirectoryName(own) == _framework;

    /// <summary>The two versions when the host's own is older than <paramref name="file"/>, or null.</summary>
    public (Version Brought, Version Own)? OlderThan(string file)
    {
        if (Shared(file) is not { } own || VersionOf(file) is not { } brought || VersionOf(own) is not { } running)
            return null;
        return running < brought ? (brought, running) : null;
    }

    private bool IsShared(string own) =>
        IsFramework(own)
        || Path.GetFileName(own).StartsWith(OurPrefix, StringComparison.OrdinalIgnoreCase)
        || _shared.Contains(Path.GetFileNameWithoutExtension(own));

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
