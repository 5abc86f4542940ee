using System.Diagnostics;
using System.Globalization;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Kernel.Errors;

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

    /// <summary>The file name of a text with checks woven into it.</summary>
    public static string Woven(string path, WovenColumns columns) =>
        IsCell(path) ? $"{path}:{columns}" : path;

    /// <summary>True for a file name that stands for a cell.</summary>
    public static bool IsCell(string path) => path.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The place in the user's text that a frame is at; false for a frame that is not of a cell.</summary>
    public static bool TryRead(StackFrame frame, out CellPlace place)
    {
        place = default;
        if (frame.GetFileName() is not { } path || !IsCell(path))
            return false;
        var parts = path[Prefix.Length..].Split(':');
        var first = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var (line, column) = (frame.GetFileLineNumber(), frame.GetFileColumnNumber());
        if (parts.Length > 2)
            column = WovenColumns.Parse(parts[2]).Original(line, column);
        place = new CellPlace(int.Parse(parts[0], CultureInfo.InvariantCulture), first + line - 1, column);
        return true;
    }
}
