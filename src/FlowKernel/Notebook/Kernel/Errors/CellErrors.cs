using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>
/// Turns what went wrong in a cell into the error that front ends show: short, and at the user's own line. Keeps the
/// details of the last failure for those who ask.
/// </summary>
internal sealed class CellErrors(Func<Exception, CellFault> explain)
{
    private readonly CellSources _sources = new();

    /// <summary>The details of the last exception, as text; null while there was none.</summary>
    public string? LastTrace { get; private set; }

    /// <summary>Remembers a cell's text, which this or a later error may point into.</summary>
    public void Begin(CellRequest cell) => _sources.Add(cell.Number, cell.Code);

    /// <summary>The error for diagnostics whose spans are offsets into the cell.</summary>
    public static CellError Of(IReadOnlyList<Diagnostic> diagnostics, string cell)
    {
        var source = new SourceText(cell);
        var errors = diagnostics.Where(d => d.IsError).ToList();
        var first = errors[0];
        var text = DiagnosticText.RenderFirst(errors, source, ansi: true);
        int? line = first.File is null ? source.PositionOf(first.Span.Start).Line : null;
        return new CellError(first.Code, first.Message, text.Split('\n'), line);
    }

    /// <summary>The error for an exception that came out of a cell.</summary>
    public CellError Of(Exception exception, CellRequest cell)
    {
        var thrown = Exhaustion.CauseOf(ExceptionReport.Unwrapped(exception));
        var fault = explain(thrown);
        var line = fault.Place is { } place && place.Cell == cell.Number ? place.Line : (int?)null;
        if (thrown is DiagnosticException diagnostics)
            return InCall(diagnostics, fault.Place, line);
        return fault.IsOurs && Exhaustion.Of(thrown) is null ? OfBug(new KernelBug(thrown)) : OfUser(thrown, fault, line);
    }

    /// <summary>The error of a thread that a cell started; null for an exception that is not of a cell's own code.</summary>
    public CellError? OfThread(Exception exception) =>
        explain(ExceptionReport.Unwrapped(exception)) is { Place: not null, IsOurs: false } fault
            ? OfUser(ExceptionReport.Unwrapped(exception), fault, line: null)
            : null;

    /// <summary>The error of a cell that was interrupted.</summary>
    public static CellError Interrupted() =>
        new("Interrupted", "The cell was interrupted.", ["The cell was interrupted. Variables keep their values."]);

    private CellError OfBug(KernelBug bug)
    {
        LastTrace = bug.Details();
        return new CellError(KernelBug.Code, bug.Message, bug.Lines(ansi: true));
    }

    private CellError OfUser(Exception thrown, CellFault fault, int? line)
    {
        LastTrace = $"{ExceptionText.DetailsOf(thrown)}\n\n{KernelVersion.Text}";
        var lines = new ExceptionReport(explain, _sources).Write(thrown);
        var message = Exhaustion.Of(thrown)?.Message ?? fault.Message ?? ExceptionText.MessageOf(thrown);
        return new CellError(thrown.GetType().Name, message, lines, line);
    }

    // The query was built or run by C# code: its own text, then the call's line.
    private CellError InCall(DiagnosticException exception, CellPlace? place, int? line)
    {
        LastTrace = $"{exception}\n\n{KernelVersion.Text}";
        var first = exception.Diagnostics[0];
        var query = new SourceText(exception.Text ?? "");
        var label = exception.Text is null ? null : "the query";
        var text = DiagnosticText.Render(exception.Diagnostics, query, ansi: true, label);
        var call = place is { } there && _sources.Of(there) is { } source
            ? ExceptionReport.PlaceOf(there, source)
            : [];
        return new CellError(first.Code, first.Message, [.. text.Split('\n'), .. call], line);
    }
}
