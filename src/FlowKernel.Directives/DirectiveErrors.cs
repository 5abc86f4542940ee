using System.CommandLine;
using System.CommandLine.Parsing;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Directives;

/// <summary>What the command line says is wrong, as diagnostics that point at the word.</summary>
internal static class DirectiveErrors
{
    public static Diagnostic Of(ParseError error, ParseResult parsed, string line)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault() is { } word)
            return Unknown(word, parsed, line);
        var token = error.SymbolResult?.Tokens.FirstOrDefault()?.Value;
        return new Diagnostic("FK0411", error.Message, SpanOf(token, line), "See: #!flowlogs help");
    }

    private static Diagnostic Unknown(string word, ParseResult parsed, string line)
    {
        var command = parsed.CommandResult.Command;
        var names = command.Options.Select(o => o.Name).Concat(command.Subcommands.Select(c => c.Name));
        var hint = NearestName.Find(word, names) is { } nearest ? $"Did you mean '{nearest}'?" : "See: #!flowlogs help";
        var what = word.StartsWith('-') ? "option" : "word";
        return new Diagnostic("FK0410", $"#!flowlogs does not know the {what} '{word}' here.", SpanOf(word, line), hint);
    }

    private static TextSpan SpanOf(string? word, string line)
    {
        var start = word is null ? -1 : line.IndexOf(word, StringComparison.Ordinal);
        return start < 0 ? new TextSpan(0, line.Length) : new TextSpan(start, word!.Length);
    }
}
