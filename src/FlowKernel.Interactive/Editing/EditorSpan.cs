using FlowKernel.Text;

namespace FlowKernel.Interactive.Editing;

/// <summary>A stretch of a text as editors count it: lines and columns from 0.</summary>
public sealed record EditorSpan(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    internal static EditorSpan Of(SourceText text, TextSpan span)
    {
        var (start, end) = (text.PositionOf(span.Start), text.PositionOf(span.End));
        return new EditorSpan(start.Line - 1, start.Column - 1, end.Line - 1, end.Column - 1);
    }
}
