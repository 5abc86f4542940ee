using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.Hosting;
using FlowKernel.Session;

namespace FlowKernel.Cli.Composition;

/// <summary>Connects while somebody waits at the terminal.</summary>
internal static class TerminalConnecting
{
    /// <summary>As <see cref="Workbench.ConnectAtOnceAsync"/>; what takes long is shown on the standard error.</summary>
    public static Task<Outcome<IQueryConnection>> ConnectAsync(
        this Workbench workbench, ConnectionChoice choice, CancellationToken cancellation) =>
        workbench.ConnectAtOnceAsync(choice, Terminal.Work, cancellation);
}
