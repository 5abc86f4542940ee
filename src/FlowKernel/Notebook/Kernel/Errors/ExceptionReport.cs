using System.Globalization;
using System.Text;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>
/// What the user's code threw, as lines: type and message, the user's own line with the place marked, a short stack,
/// then in the same way what caused it. An exception that only wraps others gives way to them.
/// </summary>
internal sealed class ExceptionReport(Func<Exception, CellFault> explain, CellSources sources)
{
    private const int MostFrames = 6;
    private const int MostCauses = 4;
    private const string More = "  The whole stack: #!flowlogs trace";
    private readonly List<string> _lines = [];
    private bool _isCut;

    /// <summary>The lines of an exception, with terminal colours.</summary>
    public IReadOnlyList<string> Write(Exception exception)
    {
        if (Unwrapped(exception) is AggregateException several)
            WriteAll(several.Flatten().InnerExceptions, explain(several).Place);
        else
            WriteChain(Unwrapped(exception));
        if (_isCut)
            _lines.Add(More);
        return _lines;
    }

    /// <summary>
    /// The exception that matters: without the wrapping of tasks and reflection. Several failures of tasks stay wrapped.
    /// </summary>
    public static Exception Unwrapped(Exception exception) => exception switch
    {
        AggregateException several => several.Flatten().InnerExceptions is [var only] ? Unwrapped(only) : several,
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrapped(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrapped(inner),
        _ => exception,
    };

    /// <summary>The lines that show a place in the user's code.</summary>
    public static IReadOnlyList<string> PlaceOf(CellPlace place, SourceText source)
    {
        var text = new StringBuilder();
        var label = place.Cell == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"cell {place.Cell}");
        PlaceText.AppendTo(text, new SourceExcerpt(source, SpanOf(place, source)), AnsiMarks.Colours, label);
        return [.. text.ToString().Split('\n').Skip(1)];
    }

    private void WriteAll(IReadOnlyList<Exception> all, CellPlace? waitedAt)
    {
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{all.Count} errors happened at the same time:"));
        foreach (var exception in all)
            WriteChain(Unwrapped(exception));
        if (waitedAt is { } place && sources.Of(place) is { } source)
            _lines.AddRange(PlaceOf(place, source));
    }

    private void WriteChain(Exception exception)
    {
        WriteOne(exception, "");
        var cause = exception.InnerException;
        for (var i = 0; i < MostCauses && cause is not null; i++, cause = cause.InnerException)
            WriteOne(Unwrapped(cause), "caused by ");
        _isCut |= cause is not null;
    }

    private void WriteOne(Exception exception, string before)
    {
        var marks = AnsiMarks.Colours;
        var exhausted = Exhaustion.Of(exception);
        var fault = explain(exception);
        var text = exhausted?.Message ?? fault.Message ?? ExceptionText.MessageOf(exception);
        var message = text.Split('\n').Select(line => PlainCells.Harmless(line.TrimEnd('\r')));
        var head = $"{before}{marks.Error}{exception.GetType().Name}{marks.End}: {string.Join('\n', message)}";
        _lines.AddRange(head.Split('\n'));
        var source = fault.Place is { } place ? sources.Of(place) : null;
        if (source is not null)
            _lines.AddRange(PlaceOf(fault.Place!.Value, source));
        if (exhausted is not null)
            _lines.Add($"  {exhausted.Hint}");
        WriteStack(fault.Stack, source is not null);
    }

    private void WriteStack(IReadOnlyList<string> stack, bool hasPlace)
    {
        // A stack of one line only repeats the place.
        if (hasPlace && stack.Count <= 1)
            return;
        _lines.AddRange(stack.Take(MostFrames).Select(line => "  " + PlainCells.Harmless(line)));
        _isCut |= stack.Count > MostFrames;
    }

    // From the statement's first letter on: its end is not known.
    private static TextSpan SpanOf(CellPlace place, SourceText source)
    {
        var line = source.LineAt(place.Line);
        var column = Math.Clamp(place.Column - 1, 0, line.Length);
        while (column < line.Length && char.IsWhiteSpace(line[column]))
            column++;
        return new TextSpan(source.OffsetOf(new LinePosition(place.Line, column + 1)), 1);
    }
}
