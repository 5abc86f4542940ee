using System.CommandLine;

namespace FlowKernel.Cli.Commands;

/// <summary>Under construction.</summary>
internal static class DemoCommand
{
    public static Command Create() => new("demo", "Under construction.");
}
