using System.CommandLine;
using FlowKernel.Cli.Serving;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel serve</c>: a store behind the query endpoints of Azure, on this machine.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port on localhost; 0 for any that is free.",
        DefaultValueFactory = _ => 8081,
        HelpName = "N",
    };

    public static Command Create()
    {
        var command = new Command(
            "serve",
            "Answer the clients of Azure Data Explorer and Log Analytics from local flow logs, on localhost only.\n\n"
            + "Example: flowkernel serve --data ./flows")
        {
            Port,
        };
        ConnectionOptions.AddTo(command);
        command.Validators.Add(line =>
        {
            if (line.GetValue(Port) is < 0 or > ushort.MaxValue)
                line.AddError("--port is a number from 0 to 65535.");
        });
        command.SetAction((line, cancellation) => ServeRun.RunAsync(
            ConnectionOptions.Read(line), line.GetValue(Port), cancellation));
        return command;
    }
}
