using System.CommandLine;
using FlowKernel.Notebook.Directives;

namespace FlowKernel.Directives;

/// <summary>The help of a directive: its forms, what its options mean, lines to copy.</summary>
internal static class CommandHelp
{
    /// <summary>The help of the command that the words name, as far as they do.</summary>
    public static DirectiveHelp Of(Command root, IEnumerable<string> words)
    {
        var path = root.Name;
        var command = root;
        foreach (var word in words)
        {
            if (command.Subcommands.FirstOrDefault(c => c.Name == word) is not { } child)
                break;
            (command, path) = (child, $"{path} {word}");
        }

        var (examples, seeAlso) = DirectiveExamples.Of(path);
        return new DirectiveHelp(path, [.. Forms(command, path)], [.. command.Options.Select(Option)])
        {
            Examples = examples,
            SeeAlso = seeAlso,
        };
    }

    private static IEnumerable<DirectiveUse> Forms(Command command, string path)
    {
        var isRoot = command.Parents.FirstOrDefault() is null;
        if (isRoot)
            yield return new DirectiveUse($"{path} [options]", command.Description!);
        else if (command.Subcommands.Count == 0)
            yield return Form(command, path);
        foreach (var child in command.Subcommands)
        {
            // All recipes one by one would hide the other forms.
            if (isRoot && child.Name == "recipe")
            {
                yield return new DirectiveUse($"{path} recipe NAME --PARAMETER VALUE ...", child.Description!);
                continue;
            }

            foreach (var form in Forms(child, $"{path} {child.Name}"))
                yield return form;
        }
    }

    private static DirectiveUse Form(Command command, string path) => new(
        string.Join(' ', command.Arguments.Select(Argument).Prepend(path)), command.Description!);

    private static string Argument(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name;

    private static DirectiveUse Option(Option option) => new(option.Name, option.Description ?? "");
}
