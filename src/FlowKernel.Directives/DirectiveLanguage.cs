using System.CommandLine;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Session;
using FlowKernel.Text;
using CompletionItem = FlowKernel.Session.CompletionItem;
using Directive = FlowKernel.Notebook.Directives.Directive;
using Proposal = System.CommandLine.Completions.CompletionItem;

namespace FlowKernel.Directives;

/// <summary>
/// The <c>#!flowlogs</c> language, defined as a command line: it parses, completes and explains itself.
/// </summary>
public sealed class DirectiveLanguage : IDirectiveLanguage
{
    // A word that begins with @ is a word: a notebook must not read a file because of it.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    private readonly Lazy<DirectiveCommand> _command;

    /// <summary>The language, completed with the names of a session.</summary>
    public DirectiveLanguage(DirectiveNames? names = null) =>
        _command = new(() => new DirectiveCommand(names ?? new DirectiveNames()));

    /// <inheritdoc/>
    public Outcome<Directive> Parse(string line)
    {
        var words = DirectiveWords.Of(line, MarkerLength(line));
        if (HelpOf(words) is { } help)
            return help;
        var parsed = _command.Value.Root.Parse([.. words.Select(w => w.Text)], Plain);
        var errors = new DirectiveErrors(line, words).Of(parsed);
        return errors.Count == 0 ? _command.Value.Read(parsed) : new Outcome<Directive>(errors);
    }

    /// <inheritdoc/>
    public CompletionList Complete(string line, int offset)
    {
        var head = MarkerLength(line);
        if (offset <= head)
        {
            return new CompletionList(
                new TextSpan(0, offset), [new(DirectiveCommand.Marker, DirectiveCommand.Marker, "directive")]);
        }

        var start = offset;
        while (start > head && !char.IsWhiteSpace(line[start - 1]))
            start--;
        var parsed = _command.Value.Root.Parse(line[head..], Plain);
        var items = parsed.GetCompletions(offset - head).Where(i => Fits(i, line[start..offset]))
            .OrderBy(i => i.SortText, StringComparer.OrdinalIgnoreCase).Select(Item);
        return new CompletionList(TextSpan.FromBounds(start, offset), [.. items]);
    }

    /// <inheritdoc/>
    public DirectiveHelp? Explain(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Root.Subcommands.Any(c => c.Name == words[0]))
            return CommandHelp.Of(Root, words);
        return words is [var option] ? OptionHelp.Of(Root, option) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<DirectiveUse> Names =>
        [.. Root.Subcommands.Select(c => new DirectiveUse(c.Name, c.Description!)), .. OptionHelp.Names(Root)];

    /// <inheritdoc/>
    public DirectiveTopic? TopicAt(string line, int offset) =>
        HoveredWord.At(Root, DirectiveWords.Of(line, 0), offset);

    private Command Root => _command.Value.Root;

    private HelpDirective? HelpOf(List<DirectiveWord> words)
    {
        var isHelp = words is [{ Text: "help" }, ..];
        if (!isHelp && !words.Exists(w => w.Text is "--help" or "-h" or "-?"))
            return null;
        string[] subject = isHelp
            ? [.. words.Skip(1).Select(w => w.Text)]
            : [.. words.Select(w => w.Text).Where(w => !w.StartsWith('-'))];
        var isTopic = isHelp && subject is [var word, ..] && Root.Subcommands.All(c => c.Name != word);
        return new HelpDirective(CommandHelp.Of(Root, subject))
        {
            Topic = isTopic ? string.Join(' ', subject) : null,
        };
    }

    private static int MarkerLength(string line)
    {
        var end = line.IndexOfAny([' ', '\t']);
        return end < 0 ? line.Length : end;
    }

    private static bool Fits(Proposal item, string typed) =>
        item.Label.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static CompletionItem Item(Proposal item) => new(
        item.Label,
        item.InsertText ?? item.Label,
        item.Label.StartsWith('-') ? "option" : "value",
        item.Documentation ?? item.Detail);
}
