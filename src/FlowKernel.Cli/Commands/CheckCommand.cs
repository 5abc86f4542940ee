using System.CommandLine;
using FlowKernel.Cli.Checking;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel check</c>: find mistakes without running anything.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Notebooks (.ipynb), queries (.kql), scripts (.csx), programs (.cs), or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<FileInfo?> Sarif = new("--sarif")
    {
        Description = "Also write the findings as SARIF 2.1.0, which code hosts show beside the lines.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> WarningsAsErrors = new("--warnings-as-errors")
    {
        Description = "Let warnings fail the check too.",
    };

    public static Command Create()
    {
        var command = new Command(
            "check",
            """
            Check notebooks, queries and C# without running them.

            Each cell is checked after those before it: #!flowlogs lines, KQL against the tables of the connection that
            the notebook makes and against results kept with --name, C# against the variables of earlier cells, and the
            KQL in its strings. A .kql file holds queries parted by blank lines, or one recipe. Of a .cs file the syntax
            and the KQL are checked; its types are its project's matter.

            Exit code: 0 no errors, 1 errors, 2 a file could not be checked.

            In CI:  flowkernel check notebooks queries --sarif check.sarif
            """)
        {
            Paths, Sarif, WarningsAsErrors,
        };
        command.SetAction((line, cancellation) => CheckJob.RunAsync(
            new CheckJob(line.GetValue(Paths)!, line.GetValue(Sarif), line.GetValue(WarningsAsErrors)), cancellation));
        return command;
    }
}
