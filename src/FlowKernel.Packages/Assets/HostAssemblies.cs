using System.Reflection;

namespace FlowKernel.Packages.Assets;

/// <summary>
/// The assemblies that the kernel itself runs on, .NET's and its own. A process has one of each, so cells use these
/// also when a package brings another build.
/// </summary>
internal sealed class HostAssemblies
{
    private readonly Dictionary<string, string> _paths;
    private readonly string _framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Those at some paths; the host's own list can name one twice.</summary>
    public HostAssemblies(IEnumerable<string> paths) => _paths = paths
        .DistinctBy(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of this process.</summary>
    public static HostAssemblies OfThisProcess { get; } = new(
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The host's file of the same assembly as <paramref name="file"/>, or null.</summary>
    public string? Own(string file) => _paths.GetValueOrDefault(Path.GetFileNameWithoutExtension(file));

    /// <summary>True for an assembly of .NET, which every cell references anyway.</summary>
    public bool IsFramework(string own) => Path.GetDirectoryName(own) == _framework;

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
