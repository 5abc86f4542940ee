using FlowKernel.Notebook.Cells;
using FlowKernel.Notebook.Kernel.Help;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Completion, explanation and completeness, each by the language that the offset is in.</summary>
internal sealed class CellAssistance(NotebookParts parts)
{
    private readonly HelpInEditor _help = new(parts);
    private readonly WrittenQuery _query = new(parts);

    public async Task<CompletionList> CompleteAsync(string cell, int offset, CancellationToken cancellation)
    {
        if (await _help.CompleteAsync(cell, offset, cancellation) is { } names)
            return names;
        var (language, slice, segment) = At(cell, offset);
        if (language == Language.Directive)
            return await _help.CompleteAsync(slice, offset, cancellation);
        var inside = offset - slice.Start;
        var list = language == Language.CSharp
            ? await parts.CSharp.CompleteAsync(slice.Text, inside, cancellation)
            : await parts.Session.Language.CompleteAsync(slice.Text, inside, _query.ScopeOf(segment), cancellation);
        return list with { Replace = list.Replace.Shift(slice.Start) };
    }

    public async Task<MimeBundle?> InspectAsync(string cell, int offset, CancellationToken cancellation)
    {
        if (HelpQuestion.NameIn(cell) is not null)
            return await _help.ExplainAsync(cell, cancellation);
        var (language, slice, segment) = At(cell, offset);
        if (language == Language.Directive)
            return await _help.ExplainAsync(slice, offset, cancellation);
        var inside = offset - slice.Start;
        var info = language == Language.CSharp
            ? await parts.CSharp.ExplainAsync(slice.Text, inside, cancellation)
            : await parts.Session.Language.ExplainAsync(slice.Text, inside, _query.ScopeOf(segment), cancellation);
        return info is null
            ? null
            : MimeBundle.Of((MimeTypes.Markdown, info.Markdown), (MimeTypes.Plain, info.Plain ?? info.Markdown));
    }

    public async Task<Completeness> CompletenessAsync(string cell, CancellationToken cancellation)
    {
        if (HelpQuestion.NameIn(cell) is not null)
            return Completeness.Complete;
        var cut = CellSplitter.Split(cell);
        if (cut.Diagnostics.Count > 0 || cut.Segments.Any(s => s.Directives.Any(IsWrong)))
            return Completeness.Invalid;
        return cut.Segments is not [.., var last] ? Completeness.Complete : last.Kind switch
        {
            CellSegmentKind.CSharp => parts.CSharp.CompletenessOf(last.Body.Text),
            CellSegmentKind.Kql => await parts.Session.Language.CompletenessAsync(last.Body.Text, cancellation),
            _ => Completeness.Complete,
        };
    }

    private bool IsWrong(TextSlice line) => !parts.Directives.Parse(line.Text).Succeeded;

    private static (Language Language, TextSlice Slice, CellSegment? Segment) At(string cell, int offset)
    {
        if (CellSplitter.Split(cell).At(offset) is not var (segment, slice))
            return (cell.TrimStart().StartsWith("#!", StringComparison.Ordinal) ? Language.Directive : Language.CSharp,
                new TextSlice(cell, 0, 1), null);
        if (segment.Directives.Contains(slice))
            return (Language.Directive, slice, segment);
        var half = slice.Text.StartsWith("#!", StringComparison.Ordinal);
        var isCSharp = segment.Kind == CellSegmentKind.CSharp;
        return (half ? Language.Directive : isCSharp ? Language.CSharp : Language.Kql, slice, segment);
    }

    private enum Language
    {
        CSharp,
        Directive,
        Kql,
    }
}
