using System.CommandLine;
using FlowKernel.Cli.Commands;
using FlowKernel.Cli.Output;

var quiet = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
// To a kernel SIGINT means the cell that runs; it takes the signals itself.
if (args is ["kernel", "start", ..])
    quiet.ProcessTerminationTimeout = null;
// What is served closes its queries and its engine first.
if (args is ["serve", ..])
    quiet.ProcessTerminationTimeout = TimeSpan.FromSeconds(15);
return await ToolFailure.GuardAsync(() => RootCommandLine.Create().Parse(args).InvokeAsync(quiet));
