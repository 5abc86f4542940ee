using FlowKernel.Cli.Commands;

return await RootCommandLine.Create().Parse(args).InvokeAsync();
