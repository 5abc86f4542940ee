namespace FlowKernel.Checking;

/// <summary>A path to check.</summary>
/// <param name="Path">As the user named it, or below the folder that they named; separators are slashes.</param>
/// <param name="IsNamed">False when only its folder was named.</param>
internal sealed record FoundPath(string Path, bool IsNamed)
{
    /// <summary>The file's extension in lower case.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>True for a C# source file of a program.</summary>
    public bool IsProgram => Extension == ".cs";
}

/// <summary>Finds the files to check.</summary>
internal static class CheckablePaths
{
    private static readonly HashSet<string> Extensions = new([".ipynb", ".kql", ".cs", ".csx"], StringComparer.Ordinal);

    // What tools make or fetch; nobody mends it by hand.
    private static readonly HashSet<string> MadeFolders = new(
        ["bin", "obj", "node_modules", ".git", ".ipynb_checkpoints"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The kinds of files that are checked, for messages.</summary>
    public static string Kinds => ".ipynb, .kql, .cs and .csx";

    /// <summary>True for a file of a kind that is checked.</summary>
    public static bool IsCheckable(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>The files named, and those below the folders named, each once, in order.</summary>
    public static IReadOnlyList<FoundPath> Find(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany(p => Directory.Exists(p) ? Below(p) : [new FoundPath(Slashed(p), IsNamed: true)])
            .DistinctBy(f => Path.GetFullPath(f.Path)),
    ];

    private static IEnumerable<FoundPath> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsCheckable).Order(StringComparer.Ordinal))
            yield return new FoundPath(Slashed(file), IsNamed: false);
        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (MadeFolders.Contains(Path.GetFileName(inner)))
                continue;
            foreach (var found in Below(inner))
                yield return found;
        }
    }

    private static string Slashed(string path) => path.Replace('\\', '/');
}
