using System.Globalization;
using FlowKernel.Notebook;

namespace FlowKernel.CSharp.Errors;

/// <summary>
/// The file name under which a cell is compiled: how a stack frame tells that it is a user's, and from where.
/// </summary>
internal static class CellPath
{
    private const string Prefix = "notebook-cell:";

    /// <summary>The file name of a text.</summary>
    public static string Of(CellCode code) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{code.Cell}:{code.FirstLine}");

    /// <summary>True for a file name that stands for a cell.</summary>
    public static bool IsCell(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The cell and its line that a frame is at; false for a frame that is not of a cell.</summary>
    public static bool TryRead(string? path, int line, out int cell, out int cellLine)
    {
        (cell, cellLine) = (0, 0);
        if (path is null || !IsCell(path))
            return false;
        var parts = path[Prefix.Length..].Split(':');
        cell = int.Parse(parts[0], CultureInfo.InvariantCulture);
        cellLine = int.Parse(parts[1], CultureInfo.InvariantCulture) + line - 1;
        return true;
    }
}
