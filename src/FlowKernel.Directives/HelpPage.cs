using System.CommandLine;
using System.Text;

namespace FlowKernel.Directives;

/// <summary>The help of a directive as plain text: its forms, then what its options mean.</summary>
internal static class HelpPage
{
    private const int NameWidth = 14;

    /// <summary>The help of the command that the words name, as far as they do.</summary>
    public static string Of(Command root, IEnumerable<string> words)
    {
        var path = root.Name;
        var command = root;
        foreach (var word in words)
        {
            if (command.Subcommands.FirstOrDefault(c => c.Name == word) is not { } child)
                break;
            (command, path) = (child, $"{path} {word}");
        }

        var text = new StringBuilder();
        Forms(command, path, text);
        Options(command, text);
        return text.ToString();
    }

    private static void Forms(Command command, string path, StringBuilder text)
    {
        var isRoot = command.Parents.FirstOrDefault() is null;
        if (isRoot)
            text.Append(path).Append(" [options]\n<KQL>\n    ").Append(command.Description).Append('\n');
        else if (command.Subcommands.Count == 0)
            Form(command, path, text);
        foreach (var child in command.Subcommands)
        {
            // All recipes one by one would hide the other forms.
            if (isRoot && child.Name == "recipe")
                text.Append($"{path} recipe NAME --PARAMETER VALUE ...\n    ").Append(child.Description).Append('\n');
            else
                Forms(child, $"{path} {child.Name}", text);
        }
    }

    private static void Form(Command command, string path, StringBuilder text)
    {
        text.Append(path);
        foreach (var argument in command.Arguments)
            text.Append(' ').Append(argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name);
        text.Append("\n    ").Append(command.Description).Append('\n');
    }

    private static void Options(Command command, StringBuilder text)
    {
        if (command.Options.Count > 0)
            text.Append('\n');
        foreach (var option in command.Options)
            text.Append("  ").Append(option.Name.PadRight(NameWidth)).Append(option.Description).Append('\n');
    }
}
