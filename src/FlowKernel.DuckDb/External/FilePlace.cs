namespace FlowKernel.DuckDb.External;

/// <summary>A folder with all below it, or a file.</summary>
internal sealed class FilePlace
{
    private readonly string _path;
    private readonly string _below;

    private FilePlace(string path)
    {
        _path = Path.TrimEndingDirectorySeparator(path);
        _below = Path.EndsInDirectorySeparator(_path) ? _path : _path + Path.DirectorySeparatorChar;
    }

    /// <summary>The place of a path, or null when nothing is there.</summary>
    public static FilePlace? TryOf(string path)
    {
        if (path.Length == 0 || path.Contains('\0') || !Path.Exists(path))
            return null;
        return new FilePlace(RealPath.Of(path));
    }

    /// <summary>True when a path whose links were followed is this place or lies below it.</summary>
    public bool Holds(string realPath) =>
        realPath.Equals(_path, RealPath.Comparison) || realPath.StartsWith(_below, RealPath.Comparison);
}
