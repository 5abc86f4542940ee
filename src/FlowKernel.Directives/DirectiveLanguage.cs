using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Session;
using FlowKernel.Text;
using CompletionItem = FlowKernel.Session.CompletionItem;
using Directive = FlowKernel.Notebook.Directives.Directive;

namespace FlowKernel.Directives;

/// <summary>The <c>#!flowlogs</c> language, defined as a command line: it parses, completes and explains itself.</summary>
public sealed class DirectiveLanguage : IDirectiveLanguage
{
    private readonly DirectiveCommand _command = new();

    /// <inheritdoc/>
    public Outcome<Directive> Parse(string line)
    {
        var words = Words(line);
        if (words is ["help", ..] or ["--help" or "-h" or "-?", ..])
            return new HelpDirective(_command.HelpText());
        var parsed = _command.Root.Parse(words);
        return parsed.Errors.Count == 0
            ? _command.Read(parsed)
            : new Outcome<Directive>([.. parsed.Errors.Select(e => DirectiveErrors.Of(e, parsed, line)).DistinctBy(d => d.Message)]);
    }

    /// <inheritdoc/>
    public CompletionList Complete(string line, int offset)
    {
        var head = MarkerLength(line);
        if (offset <= head)
            return new CompletionList(new TextSpan(0, offset), [new(DirectiveCommand.Marker, DirectiveCommand.Marker, "directive")]);
        var start = offset;
        while (start > head && !char.IsWhiteSpace(line[start - 1]))
            start--;
        var parsed = _command.Root.Parse(line[head..]);
        var items = parsed.GetCompletions(offset - head).Where(i => Fits(i, line[start..offset])).Select(Item);
        return new CompletionList(TextSpan.FromBounds(start, offset), [.. items]);
    }

    private static IReadOnlyList<string> Words(string line) =>
        [.. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(line[MarkerLength(line)..])];

    private static int MarkerLength(string line)
    {
        var end = line.IndexOfAny([' ', '\t']);
        return end < 0 ? line.Length : end;
    }

    private static bool Fits(System.CommandLine.Completions.CompletionItem item, string typed) =>
        item.Label.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static CompletionItem Item(System.CommandLine.Completions.CompletionItem item) => new(
        item.Label, item.InsertText ?? item.Label,
        item.Label.StartsWith('-') ? "option" : "value", item.Documentation ?? item.Detail);
}
