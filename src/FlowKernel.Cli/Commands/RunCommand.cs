using System.CommandLine;
using FlowKernel.Cli.Notebooks;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel run</c>: a notebook without a front end.</summary>
internal static class RunCommand
{
    private static readonly Argument<FileInfo> Notebook = new("NOTEBOOK.ipynb")
    {
        Description = "The notebook to run.",
    };

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Where the executed notebook goes; the input file itself is allowed.",
        HelpName = "FILE.ipynb",
    };

    private static readonly Option<FileInfo?> Html = new("--html")
    {
        Description = "Write a self-contained report that opens offline.",
        HelpName = "FILE.html",
    };

    private static readonly Option<string[]> Param = new("--param")
    {
        Description = "Set a variable that the cell tagged 'parameters' declares: ip=10.1.1.8. May be repeated.",
    };

    public static Command Create()
    {
        var command = new Command(
            "run",
            "Run a notebook from start to end; exit code 1 when a cell fails, naming cell and line.\n\n"
            + "Example: flowkernel run notebooks/00-tour.ipynb --html tour.html")
        {
            Notebook, Out, Html, Param, ConnectionOptions.AllowData,
        };
        command.SetAction((line, cancellation) => NotebookJob.RunAsync(
            new NotebookJob(
                line.GetValue(Notebook)!, line.GetValue(Out), line.GetValue(Html), line.GetValue(Param) ?? [])
            {
                AllowedData = ConnectionOptions.AllowedData(line),
                Say = Console.Out.WriteLine,
            },
            cancellation));
        return command;
    }
}
