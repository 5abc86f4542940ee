using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>
/// Turns what went wrong in a cell into the error that front ends show: short, and at the user's own line.
/// </summary>
internal static class CellErrors
{
    /// <summary>The error for diagnostics whose spans are offsets into the cell.</summary>
    public static CellError Of(IReadOnlyList<Diagnostic> diagnostics, string cell)
    {
        var source = new SourceText(cell);
        var errors = diagnostics.Where(d => d.IsError).ToList();
        var first = errors[0];
        var text = DiagnosticText.Render(errors, source, ansi: true);
        int? line = first.File is null ? source.PositionOf(first.Span.Start).Line : null;
        return new CellError(first.Code, first.Message, text.Split('\n'), line);
    }

    /// <summary>The error for an exception that the user's code let out.</summary>
    public static CellError Of(Exception exception, string cell, CellFault fault)
    {
        if (exception is DiagnosticException diagnostics)
            return InCall(diagnostics, cell, fault.Line);
        var name = exception.GetType().Name;
        var lines = new List<string> { $"\e[1;31m{name}\e[0m: {exception.Message}" };
        lines.AddRange(LineOf(cell, fault.Line));
        lines.AddRange(fault.Stack);
        return new CellError(name, exception.Message, lines, fault.Line);
    }

    /// <summary>The error of a cell that was interrupted.</summary>
    public static CellError Interrupted() =>
        new("Interrupted", "The cell was interrupted.", ["The cell was interrupted. Variables keep their values."]);

    // The query was built or run by C# code, so its own text is not in the cell: show the call's line.
    private static CellError InCall(DiagnosticException exception, string cell, int? line)
    {
        var first = exception.Diagnostics[0];
        var lines = exception.Message.Split('\n').Concat(LineOf(cell, line));
        return new CellError(first.Code, first.Message, [.. lines], line);
    }

    private static IEnumerable<string> LineOf(string cell, int? line)
    {
        var source = new SourceText(cell);
        if (line is { } number && number <= source.LineCount)
            yield return FormattableString.Invariant($"  at line {number}: {source.LineAt(number).Trim()}");
    }
}
