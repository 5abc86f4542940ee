namespace FlowKernel.Interactive.Tests;

/// <summary>The .NET Interactive of this machine: a tool whose assemblies lie in a store beside its program.</summary>
internal static class InstalledHost
{
    private const string Program = "dotnet-interactive";

    /// <summary>The host's own assemblies; none where it is not installed.</summary>
    public static IReadOnlyList<string> Assemblies()
    {
        var store = Programs().Select(p => Path.Combine(Path.GetDirectoryName(p)!, ".store", "microsoft.dotnet-interactive"))
            .FirstOrDefault(Directory.Exists);
        return store is null ? [] :
            [.. Directory.EnumerateFiles(store, "Microsoft.DotNet.Interactive*.dll", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith(".resources.dll", StringComparison.Ordinal)).DistinctBy(Path.GetFileName)];
    }

    private static IEnumerable<string> Programs()
    {
        var named = Environment.GetEnvironmentVariable("FLOWKERNEL_DOTNET_INTERACTIVE");
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return (named is null ? [] : new[] { named }).Concat(
            path.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, Program)).Where(File.Exists));
    }
}
