using System.CommandLine;
using System.Runtime.InteropServices;
using FlowKernel.Cli.Commands;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;

var quiet = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
// To a kernel SIGINT means the cell that runs; it takes the signals itself.
var isKernel = args is ["kernel", "start", ..];
if (isKernel)
    quiet.ProcessTerminationTimeout = null;
// What is served closes its queries and its engine first.
if (args is ["serve", ..])
    quiet.ProcessTerminationTimeout = TimeSpan.FromSeconds(15);
using var stop = new CancellationTokenSource();
// The command line hears of Ctrl+C only once a command has first waited: too late for a terminal that it draws on.
using var heard = isKernel ? null : PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});
var exitCode = await ToolFailure.GuardAsync(() => RootCommandLine.Create().Parse(args).InvokeAsync(quiet, stop.Token));
// V8 may still work on threads of the pool, for a script that is gone: a usual end takes apart what they use.
ProcessEnd.AtOnce(exitCode);
return exitCode;
