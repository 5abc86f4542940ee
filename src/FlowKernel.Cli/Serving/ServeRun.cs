using System.Runtime.CompilerServices;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.Hosting;
using FlowKernel.Serve;

namespace FlowKernel.Cli.Serving;

/// <summary>Serves a store until somebody ends it.</summary>
internal static class ServeRun
{
    /// <summary>Connects, serves until cancelled, and gives the exit code; to be ended is no failure.</summary>
    public static async Task<int> RunAsync(ConnectionChoice choice, int port, CancellationToken cancellation)
    {
        if (choice is ConnectionChoice.None)
            return Terminal.Fail([NothingToServe]);
        await using var workbench = new Workbench();
        var connected = await workbench.ConnectAsync(choice, cancellation);
        return connected.Succeeded
            ? await ServeAsync(workbench, connected.Value.Name, port, cancellation)
            : Terminal.Fail(connected.Diagnostics);
    }

    // In a method of its own, so that no other command loads the web server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> ServeAsync(
        Workbench workbench, string database, int port, CancellationToken cancellation)
    {
        var options = new ServeOptions(database) { Port = port, Log = Terminal.Note };
        var started = await FlowServer.StartAsync(workbench.Session, options, cancellation);
        if (!started.Succeeded)
            return Terminal.Fail(started.Diagnostics);
        await using var server = started.Value;
        Terminal.Out.WriteLine(ServeText.Of(server.Address, database));
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Terminal.Note("Stopped.");
        return 0;
    }

    private static readonly Diagnostic NothingToServe = new(
        "FK0720", "There is nothing to serve.", default,
        "Add --data DIR for a folder of imported flow logs, or --sample for the built-in sample.");
}
