using System.CommandLine;
using FlowKernel.Notebook.Directives;
using FlowKernel.Recipes;
using FlowKernel.Results;

namespace FlowKernel.Directives;

/// <summary>What help can be asked on for a word of a line.</summary>
internal static class HoveredWord
{
    /// <summary>The topic of the word at an offset; null between words, and for values that have no page.</summary>
    public static DirectiveTopic? At(Command root, IReadOnlyList<DirectiveWord> words, int offset)
    {
        var command = root;
        var path = root.Name;
        var option = "";
        for (var i = 0; i < words.Count && words[i].Span.Start <= offset; i++)
        {
            var word = words[i];
            var child = command.Subcommands.FirstOrDefault(c => c.Name == word.Text);
            if (child is not null)
                (command, path) = (child, $"{path} {word.Text}");
            if (offset <= word.Span.End)
                return NameOf(word.Text, i == 0 || child is not null ? path : "", option) is { } name ? new(name, word.Span) : null;
            option = word.Text.StartsWith('-') ? word.Text : "";
        }

        return null;
    }

    // A recipe's own page says more than that of its directive.
    private static string? NameOf(string word, string path, string option) =>
        RecipeLibrary.All.Any(r => r.Name == word) ? word
        : path.Length > 0 ? path
        : word.StartsWith('-') ? word.Split('=')[0]
        : option == "--chart" && ChartKinds.TryParse(word, out var kind) ? kind.Name()
        : option.Length > 0 ? option
        : word;
}
