namespace FlowKernel.DuckDb.External;

/// <summary>Follows the links of a path, so that what it leads to can be compared.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>How the names of this machine's files are compared.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>
    /// The full path with every link in it followed, whether or not there is such a file; links in circles are left.
    /// </summary>
    public static string Of(string path)
    {
        var links = 0;
        var pending = new Stack<string>();
        var real = Begin(Path.GetFullPath(path), pending);
        while (pending.TryPop(out var name))
        {
            var next = Path.Combine(real, name);
            if (TargetOf(next) is not { } target || ++links > MostLinks)
                real = next;
            else
                real = Begin(Path.GetFullPath(target, real), pending);
        }

        return real;
    }

    private static string Begin(string full, Stack<string> pending)
    {
        var root = Path.GetPathRoot(full)!;
        foreach (var name in full[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries).Reverse())
            pending.Push(name);
        return root;
    }

    private static char[] Separators { get; } = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
