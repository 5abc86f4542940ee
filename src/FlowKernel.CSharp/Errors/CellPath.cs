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

    /// <summary>The text that a file name stands for; null for one that is not a cell's.</summary>
    public static CellText? Read(string path)
    {
        if (!IsCell(path))
            return null;
        var parts = path[Prefix.Length..].Split(':');
        return new CellText(
            int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The place in the user's text that a frame is at; null for one that is not of a cell.</summary>
    public static CellPlace? Of(StackFrame frame)
    {
        if (frame.GetFileName() is not { } path || Read(path) is not { } text)
            return null;
        var (line, column) = (frame.GetFileLineNumber(), frame.GetFileColumnNumber());
        if (path[Prefix.Length..].Split(':') is [_, _, var columns])
            column = WovenColumns.Parse(columns).Original(line, column);
        return text.Place(line, column);
    }
}
