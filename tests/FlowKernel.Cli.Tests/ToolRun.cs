using FlowKernel.Cli.Commands;
using FlowKernel.Cli.Output;
using FlowKernel.Hosting.Work;
using FlowKernel.Notebook;

namespace FlowKernel.Cli.Tests;

/// <summary>Runs the tool's command line inside the test process; tests that use it do not run in parallel.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    // How long work takes on this machine is not what these tests look at.
    static ToolRun() => Terminal.Work = new CellWork(SilentOutput.Instance);

    public static async Task<ToolRun> OfAsync(params string[] arguments)
    {
        var (oldOut, oldError) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            var exitCode = await RootCommandLine.Create().Parse(arguments)
                .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
            return new ToolRun(exitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(oldOut);
            Console.SetError(oldError);
        }
    }
}
