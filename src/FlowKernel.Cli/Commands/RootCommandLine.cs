using System.CommandLine;

namespace FlowKernel.Cli.Commands;

/// <summary>The command line of the <c>flowkernel</c> tool: one class a command.</summary>
internal static class RootCommandLine
{
    public static RootCommand Create() => new(
        "Investigate Azure VNet flow logs with KQL and C#, in notebooks or here.\n\n"
        + "Start with: flowkernel demo\n"
        + "Ask the built-in sample: flowkernel query --sample \"NTANetAnalytics | count\"")
    {
        DemoCommand.Create(),
        QueryCommand.Create(),
        RecipesCommand.Create(),
        RunCommand.Create(),
        ImportCommand.Create(),
        SampleCommand.Create(),
        KernelCommands.Create(),
    };
}
