using System.Diagnostics;
using System.Runtime.CompilerServices;
using FlowKernel.CSharp.Errors;
using FlowKernel.Notebook.Kernel.Errors;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// Remembers at which statement of a cell an exception was thrown. Optimised code does not always know: a check that
/// the JIT put in line from a library, such as that of <c>list[i]</c>, has no line. Calls of these methods are woven
/// into cells; only those call them.
/// </summary>
public static class CellPlaces
{
    private const int ColumnBits = 12;
    private const int MostColumn = (1 << ColumnBits) - 1;

    private static readonly ConditionalWeakTable<Exception, Places> Known = [];

    /// <summary>
    /// The statement of the running cell itself, outside its functions, that was begun last; 0 when it is not known. One
    /// for the process, in which one cell runs at a time.
    /// </summary>
    public static int Statement;

    /// <summary>
    /// Called where an exception leaves a function, before anything is unwound: notes the statement for the innermost
    /// one.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="statement">The statement, as <see cref="Number"/> gives it; 0 when it is not known.</param>
    /// <param name="cell">The cell's number.</param>
    /// <param name="firstLine">The line of the cell at which its code begins.</param>
    /// <returns>False, so that a filter goes on.</returns>
    public static bool Note(Exception exception, int statement, int cell, int firstLine)
    {
        if (statement == 0 || Known.TryGetValue(exception, out _))
            return false;
        // The stack as it is now ends at the caller's.
        var frame = new StackTrace(exception, fNeedFileInfo: false).FrameCount - 1;
        Known.AddOrUpdate(exception, new Places(frame, new CellText(cell, firstLine).Place(Line(statement), Column(statement)), null));
        return false;
    }

    /// <summary>A line and a column, from 1, as one number.</summary>
    internal static int Number(int line, int column) => (line << ColumnBits) | Math.Min(column, MostColumn);

    /// <summary>Notes the statement of the cell itself at which an exception ended it.</summary>
    /// <returns>False, so that a filter goes on.</returns>
    internal static bool NoteEnd(Exception exception, CellText? cell)
    {
        if (Statement == 0 || cell is null)
            return false;
        var place = cell.Place(Line(Statement), Column(Statement));
        if (Known.TryGetValue(exception, out var places))
            Known.AddOrUpdate(exception, places with { Statement = place });
        else
            Known.AddOrUpdate(exception, new Places(-1, null, place));
        return false;
    }

    /// <summary>The statement that was noted for a frame of an exception's stack, counted from 0; or null.</summary>
    internal static CellPlace? Of(Exception exception, int frame) =>
        Known.TryGetValue(exception, out var places) && places.Frame == frame ? places.InFunction : null;

    /// <summary>The statement of the cell itself that was noted, or null.</summary>
    internal static CellPlace? End(Exception exception) =>
        Known.TryGetValue(exception, out var places) ? places.Statement : null;

    private static int Line(int statement) => statement >> ColumnBits;

    private static int Column(int statement) => statement & MostColumn;

    private sealed record Places(int Frame, CellPlace? InFunction, CellPlace? Statement);
}
