using System.CommandLine;
using System.CommandLine.Parsing;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Directives;

/// <summary>What the parser says is wrong, in our words, as diagnostics that point at the user's.</summary>
internal sealed class DirectiveErrors(string line, IReadOnlyList<DirectiveWord> words)
{
    private const string SeeHelp = "See: #!flowlogs help";
    private const string NotBefore = "Write options after the command that takes them.";

    /// <summary>The diagnostics of a parsed line; none when it is right.</summary>
    public IReadOnlyList<Diagnostic> Of(ParseResult parsed)
    {
        if (words.FirstOrDefault(w => w.Unclosed) is { Unclosed: true } open)
            return [new Diagnostic("FK0412", "A quote is opened but not closed.", open.Span, "Close it with '\"'.")];
        if (parsed.UnmatchedTokens is [var word, ..])
            return [Unknown(word, parsed)];
        return parsed.Errors.Count > 0 ? [.. parsed.Errors.Take(1).Select(e => Of(e, parsed))] : Misplaced(parsed);
    }

    private Diagnostic Of(ParseError error, ParseResult parsed) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => NoValue(option),
        OptionResult { Tokens: [_, _, ..], Option.Arity.MaximumNumberOfValues: 1 } option => Twice(option),
        OptionResult { Option: { ValueType: var type } option, Tokens: [var token] }
            when type == typeof(int?) && !int.TryParse(token.Value, out _) =>
            Wrong($"{option.Name} takes a whole number, not '{token.Value}'.", token.Value, option.Name),
        OptionResult { Tokens: [var token, ..] } option => Wrong(error.Message, token.Value, option.Option.Name),
        ArgumentResult { Parent: OptionResult option } when option.Tokens.Count == 0 => NoValue(option),
        ArgumentResult { Tokens: [var token, ..], Parent: OptionResult option } =>
            Wrong(error.Message, token.Value, option.Option.Name),
        ArgumentResult argument => Missing(parsed.CommandResult.Command, argument.Argument),
        _ => Missing(parsed.CommandResult.Command, parsed.CommandResult.Command.Arguments.FirstOrDefault()),
    };

    private Diagnostic NoValue(OptionResult option) => new(
        "FK0411", $"{option.Option.Name} needs a value.", SpanOf(option.Option.Name), option.Option.Description);

    private Diagnostic Twice(OptionResult option) =>
        new("FK0411", $"{option.Option.Name} is given twice.", SpanOf(option.Tokens[^1].Value), "Keep one of them.");

    private Diagnostic Wrong(string message, string word, string option) =>
        new("FK0411", message, SpanOf(word, option), SeeHelp);

    private Diagnostic Missing(Command command, Argument? argument)
    {
        var span = SpanOf(command.Name);
        if (command.Subcommands.Count > 0)
        {
            var names = string.Join(", ", command.Subcommands.Select(c => c.Name));
            return new Diagnostic("FK0411", $"'{command.Name}' needs one of: {names}.", span, SeeHelp);
        }

        var example = $"Write: #!flowlogs {Path(command)} {string.Join(' ', command.Arguments.Select(a => a.Name))}";
        return new Diagnostic("FK0411", $"'{command.Name}' needs {argument?.Name}.", span, example);
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { Name: not DirectiveCommand.Marker } parent
            ? $"{Path(parent)} {command.Name}"
            : command.Name;

    private Diagnostic Unknown(string word, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var names = command.Options.Select(o => o.Name).Concat(command.Subcommands.Select(c => c.Name));
        var hint = NearestName.Find(word, names) is { } nearest ? $"Did you mean '{nearest}'?"
            : line.Contains('|', StringComparison.Ordinal) ? "KQL begins on the line below."
            : SeeHelp;
        var what = word.StartsWith('-') ? "option" : "word";
        return new Diagnostic("FK0410", $"#!flowlogs does not know the {what} '{word}' here.", SpanOfUnknown(word, parsed), hint);
    }

    // The same word may stand before where it is known.
    private TextSpan SpanOfUnknown(string word, ParseResult parsed)
    {
        var known = TokensIn(parsed.RootCommandResult).ToHashSet<Token>(ReferenceEqualityComparer.Instance);
        var before = parsed.Tokens.Where(t => t.Value == word).TakeWhile(known.Contains).Count();
        var from = 0;
        for (; before > 0; before--)
            from = Find(word, from) + 1;
        return Find(word, from) is var found and >= 0 ? words[found].Span : SpanOf(word);
    }

    private static IEnumerable<Token> TokensIn(SymbolResult result) => result switch
    {
        CommandResult command => [command.IdentifierToken, .. command.Children.SelectMany(TokensIn)],
        OptionResult { IdentifierToken: { } name } option => [name, .. option.Tokens],
        _ => result.Tokens,
    };

    // An option of a query before a command that runs none would be lost in silence.
    private List<Diagnostic> Misplaced(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        return
        [
            .. parsed.RootCommandResult.Children.OfType<OptionResult>()
                .Where(o => command != parsed.RootCommandResult && !o.Implicit)
                .Where(o => !command.Command.Options.Contains(o.Option))
                .Select(o => new Diagnostic(
                    "FK0413", $"'{command.Command.Name}' takes no {o.Option.Name}.", SpanOf(o.Option.Name), NotBefore)),
        ];
    }

    /// <summary>Where a word stands, the first time or after another word; the whole line when it does not.</summary>
    private TextSpan SpanOf(string word, string? after = null)
    {
        var from = after is null ? 0 : Math.Max(0, Find(after, 0));
        var found = Find(word, from);
        return found < 0 ? new TextSpan(0, line.Length) : words[found].Span;
    }

    private int Find(string word, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].Text == word || words[i].Text.StartsWith(word + "=", StringComparison.Ordinal)
                || words[i].Text.EndsWith("=" + word, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
