using System.CommandLine;
using System.CommandLine.Help;

namespace FlowKernel.Cli.Commands;

/// <summary>The command line of the <c>flowkernel</c> tool: one class a command.</summary>
internal static class RootCommandLine
{
    // A RootCommand would show the assembly's name in its help; people type flowkernel.
    public static Command Create()
    {
        var root = new Command(
            "flowkernel",
            "Investigate Azure VNet flow logs with KQL and C#, in notebooks or here.\n\n"
            + "Start with: flowkernel demo\n"
            + "Ask the built-in sample: flowkernel query --sample \"NTANetAnalytics | count\"")
        {
            DemoCommand.Create(),
            QueryCommand.Create(),
            RecipesCommand.Create(),
            RunCommand.Create(),
            CheckCommand.Create(),
            ImportCommand.Create(),
            SampleCommand.Create(),
            ServeCommand.Create(),
            KernelCommands.Create(),
            new HelpOption(),
            new VersionOption(),
        };
        root.SetAction(line => new HelpAction().Invoke(line));
        return root;
    }
}
