using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Display;

/// <summary>The line that a span begins on, cut to a window around it, and the marks that go under it.</summary>
internal sealed class SourceExcerpt
{
    private const int Window = 120;

    public SourceExcerpt(SourceText source, TextSpan span)
    {
        Position = source.PositionOf(span.Start);
        var full = new SourceText(SecretTexts.Hide(source.Content)).LineAt(Position.Line).Replace('\t', ' ');
        var start = Math.Min(Position.Column - 1, full.Length);
        var length = Math.Clamp(span.Length, 0, full.Length - start);
        var from = full.Length <= Window ? 0 : Math.Clamp(start - (Window / 3), 0, full.Length - Window);
        var shown = full.Substring(from, Math.Min(Window, full.Length - from));
        var before = from > 0 ? "… " : "";
        Line = PlainCells.Harmless(before + shown + (from + Window < full.Length ? " …" : ""));
        Indent = new string(' ', PlainCells.WidthOf(before + full[from..start]));
        var marked = full.Substring(start, Math.Min(length, from + shown.Length - start));
        Carets = new string('^', Math.Max(1, PlainCells.WidthOf(marked)));
    }

    /// <summary>Where the span begins in the whole text.</summary>
    public LinePosition Position { get; }

    /// <summary>The line, with tabs as one space so that the marks stay under it.</summary>
    public string Line { get; }

    /// <summary>Spaces up to the span.</summary>
    public string Indent { get; }

    /// <summary>One caret a column of the span, at least one.</summary>
    public string Carets { get; }
}
