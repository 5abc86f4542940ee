using System.CommandLine;

namespace FlowKernel.Cli.Commands;

/// <summary>Under construction.</summary>
internal static class SampleCommand
{
    public static Command Create() => new("sample", "Under construction.");
}
