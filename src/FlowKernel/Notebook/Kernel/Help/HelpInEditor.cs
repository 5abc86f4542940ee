using FlowKernel.Notebook.Cells;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>What an editor shows and offers of help: in a question such as <c>?name</c>, and on directive lines.</summary>
internal sealed class HelpInEditor(NotebookParts parts)
{
    private readonly HelpPages _pages = new(parts);

    /// <summary>What could be asked, where a cell asks; null in other cells.</summary>
    public async Task<CompletionList?> CompleteAsync(string cell, int offset, CancellationToken cancellation) =>
        HelpName.InQuestion(cell, offset) is { } asked ? await OfferAsync(asked, cancellation) : null;

    /// <summary>What could stand at an offset of a directive line.</summary>
    public async Task<CompletionList> CompleteAsync(TextSlice line, int offset, CancellationToken cancellation)
    {
        if (HelpName.InDirective(line, offset) is { } asked)
            return await OfferAsync(asked, cancellation);
        var list = parts.Directives.Complete(line.Text, offset - line.Start);
        return list with { Replace = list.Replace.Shift(line.Start) };
    }

    /// <summary>The start of the help that a cell asks for; null in cells that ask for none.</summary>
    public async Task<MimeBundle?> ExplainAsync(string cell, CancellationToken cancellation) =>
        HelpQuestion.NameIn(cell) is { } name ? await _pages.BeginAsync(name, cancellation) : null;

    /// <summary>The start of the help on the word at an offset of a directive line; null where there is none.</summary>
    public async Task<MimeBundle?> ExplainAsync(TextSlice line, int offset, CancellationToken cancellation)
    {
        if (HelpName.InDirective(line, offset) is { Whole.Length: > 0 } asked)
            return await _pages.BeginAsync(line.Text.Substring(asked.Whole.Start - line.Start, asked.Whole.Length), cancellation);
        return parts.Directives.TopicAt(line.Text, offset - line.Start) is { } topic
            ? await _pages.BeginAsync(topic.Name, cancellation)
            : null;
    }

    // C# has too many names to list, but knows them as they are typed.
    private async Task<CompletionList> OfferAsync(HelpName asked, CancellationToken cancellation)
    {
        var known = _pages.Offer(asked.Typed);
        if (known.Count > 0)
            return new CompletionList(asked.Whole, known);
        var list = await parts.CSharp.CompleteAsync(asked.Typed, asked.Typed.Length, cancellation);
        return list with { Replace = list.Replace.Shift(asked.Whole.Start) };
    }
}
