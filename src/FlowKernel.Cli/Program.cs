using System.CommandLine;
using FlowKernel.Cli.Commands;
using FlowKernel.Cli.Output;

var quiet = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
return await ToolFailure.GuardAsync(() => RootCommandLine.Create().Parse(args).InvokeAsync(quiet));
