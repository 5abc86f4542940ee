using System.CommandLine;
using FlowKernel.Cli.Demo;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel demo</c>: from raw flow logs to a report, on sample data.</summary>
internal static class DemoCommand
{
    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Where everything goes.",
        DefaultValueFactory = _ => new DirectoryInfo("flowkernel-demo"),
        HelpName = "DIR",
    };

    public static Command Create()
    {
        var command = new Command(
            "demo",
            "See what FlowKernel does: makes the flow logs of a sample estate, imports them, runs the tour notebook, "
            + "and writes a report that opens offline.")
        {
            Out,
        };
        command.SetAction((line, cancellation) => DemoRun.RunAsync(line.GetValue(Out)!, cancellation));
        return command;
    }
}
