using System.CommandLine;

namespace FlowKernel.Cli.Commands;

/// <summary>Under construction.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Under construction.");
}
