namespace FlowKernel.CSharp.Errors;

/// <summary>
/// Numbers for the files that cells load, all below those of cells, so that a place in one is noted as a place in a cell is.
/// </summary>
internal static class LoadedTexts
{
    private static readonly List<string> Paths = [];

    /// <summary>What stands for a file, the same each time.</summary>
    public static CellText Of(string path)
    {
        lock (Paths)
        {
            if (!Paths.Contains(path))
                Paths.Add(path);
            return new CellText(-1 - Paths.IndexOf(path), FirstLine: 1);
        }
    }

    /// <summary>The file that a number stands for; null for that of a cell.</summary>
    public static string? PathOf(int number)
    {
        lock (Paths)
            return number < 0 ? Paths[-1 - number] : null;
    }
}
