using FlowKernel.Notebook.Cells;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Completion, explanation and completeness, each by the language that the offset is in.</summary>
internal sealed class CellAssistance(NotebookParts parts)
{
    public async Task<CompletionList> CompleteAsync(string cell, int offset, CancellationToken cancellation)
    {
        if (SegmentAt(cell, offset) is not { } segment)
            return CompletionList.None(offset);
        var inside = Math.Clamp(offset - segment.Offset, 0, segment.Text.Length);
        var list = segment.Kind switch
        {
            SegmentKind.Directive => parts.Directives.Complete(segment.Text, inside),
            SegmentKind.CSharp when IsMarker(segment.Text) => parts.Directives.Complete(segment.Text, inside),
            SegmentKind.CSharp => await parts.CSharp.CompleteAsync(segment.Text, inside, cancellation),
            _ => Scope() is { } scope
                ? await parts.Session.Language.CompleteAsync(segment.Text, inside, scope, cancellation)
                : CompletionList.None(inside),
        };
        return list with { Replace = list.Replace.Shift(segment.Offset) };
    }

    public async Task<MimeBundle?> InspectAsync(string cell, int offset, CancellationToken cancellation)
    {
        if (SegmentAt(cell, offset) is not { } segment)
            return null;
        var inside = Math.Clamp(offset - segment.Offset, 0, segment.Text.Length);
        var info = segment.Kind switch
        {
            SegmentKind.CSharp => await parts.CSharp.ExplainAsync(segment.Text, inside, cancellation),
            SegmentKind.Kql when Scope() is { } scope =>
                await parts.Session.Language.ExplainAsync(segment.Text, inside, scope, cancellation),
            _ => null,
        };
        return info is null
            ? null
            : MimeBundle.Of((MimeTypes.Markdown, info.Markdown), (MimeTypes.Plain, info.Markdown));
    }

    public async Task<Completeness> CompletenessAsync(string cell, CancellationToken cancellation)
    {
        var segments = CellSplitter.Split(cell);
        if (!segments.Succeeded)
            return Completeness.Invalid;
        if (segments.Value is not [.., var last])
            return Completeness.Complete;
        return last.Kind switch
        {
            SegmentKind.Kql => await parts.Session.Language.CompletenessAsync(last.Text, cancellation),
            SegmentKind.CSharp => parts.CSharp.CompletenessOf(last.Text),
            _ => parts.Directives.Parse(last.Text).Succeeded ? Completeness.Complete : Completeness.Invalid,
        };
    }

    private QueryScope? Scope() => parts.Session.ScopeOf(new QueryRequest("")).Value;

    private static bool IsMarker(string text) => text.StartsWith("#!", StringComparison.Ordinal);

    private static CellSegment? SegmentAt(string cell, int offset)
    {
        var segments = CellSplitter.Split(cell).Value ?? [new CellSegment(SegmentKind.CSharp, cell, 0)];
        if (segments.LastOrDefault(s => s.Offset <= offset && offset <= s.End) is { } found)
            return found;
        // Past the end of the text, or on a blank line after a directive: what would be typed there.
        var before = segments.LastOrDefault(s => s.Offset <= offset);
        var kind = before?.Kind == SegmentKind.CSharp || before is null ? SegmentKind.CSharp : SegmentKind.Kql;
        var start = before is null ? 0 : Math.Min(before.End, cell.Length);
        return new CellSegment(kind, cell[start..], start);
    }
}
