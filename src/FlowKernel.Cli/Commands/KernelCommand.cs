using System.CommandLine;

namespace FlowKernel.Cli.Commands;

/// <summary>Under construction.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "Under construction.");
}
