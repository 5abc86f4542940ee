using System.CommandLine;
using System.Text;

namespace FlowKernel.Directives;

/// <summary>The help of a directive as plain text: forms first, then options.</summary>
internal static class HelpPage
{
    public static string Write(Command root)
    {
        var text = new StringBuilder();
        text.Append(root.Name).Append(" [options]\n<KQL>\n    ").Append(root.Description).Append("\n\n");
        foreach (var option in root.Options.Where(o => o.Description is not null))
            text.Append("  ").Append(option.Name.PadRight(12)).Append(option.Description).Append('\n');
        text.Append('\n');
        foreach (var command in root.Subcommands)
            Write(command, root.Name, text);
        return text.ToString();
    }

    private static void Write(Command command, string before, StringBuilder text)
    {
        var name = $"{before} {command.Name}";
        if (command.Subcommands.Count == 0 || command.Name == "recipe")
        {
            var arguments = string.Concat(command.Arguments.Select(a => $" {a.Name}"));
            text.Append(name).Append(command.Name == "recipe" ? " NAME --PARAMETER VALUE ..." : arguments)
                .Append("\n    ").Append(command.Description).Append('\n');
            return;
        }

        foreach (var child in command.Subcommands)
            Write(child, name, text);
    }
}
