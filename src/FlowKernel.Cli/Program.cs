using System.CommandLine;
using FlowKernel.Cli.Commands;
using FlowKernel.Cli.Output;

var quiet = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
// To a kernel SIGINT means the cell that runs; it takes the signals itself.
if (args is ["kernel", "start", ..])
    quiet.ProcessTerminationTimeout = null;
return await ToolFailure.GuardAsync(() => RootCommandLine.Create().Parse(args).InvokeAsync(quiet));
