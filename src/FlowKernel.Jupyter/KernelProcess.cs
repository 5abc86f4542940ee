using System.Runtime.InteropServices;
using FlowKernel.Diagnostics;
using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Memory;
using FlowKernel.Notebook;
using NetMQ;

namespace FlowKernel.Jupyter;

/// <summary>A process whose only work is to be a Jupyter kernel.</summary>
public static class KernelProcess
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);
    private const int KernelThreads = 8;

    /// <summary>
    /// Serves a kernel over the connection that a connection file describes, until a front end or SIGTERM ends it, the
    /// process that started it is gone, or <paramref name="cancellation"/> asks; SIGINT interrupts the running cell. Gives
    /// nothing on a normal end, otherwise what is wrong with the connection (FK0801 to FK0806).
    /// </summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(
        string connectionFile,
        Func<INotebookKernel> createKernel,
        JupyterHostOptions options,
        CancellationToken cancellation)
    {
        var connection = ConnectionFile.Read(connectionFile);
        if (!connection.Succeeded)
            return connection.Diagnostics;
        var running = new RunningCell();
        using var memory = MemoryWatch.Start(Limit(options), running, options.Clock);
        KeepThreads();
        var marker = Marker(connectionFile, options);
        var kernel = new Lazy<INotebookKernel>(createKernel);
        UncaughtExceptions.Tell(e => kernel.IsValueCreated ? kernel.Value.ErrorOfThread(e) : null, running);
        var started = JupyterHost.Start(
            connection.Value, () => kernel.Value, options with { Marker = marker, Running = running });
        if (!started.Succeeded)
            return started.Diagnostics;
        using var orphaned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = ParentProcess.WatchAsync(ParentProcess.Id, orphaned);
        using var interrupt = On(PosixSignal.SIGINT, () => running.Interrupt());
        using var end = On(PosixSignal.SIGTERM, orphaned.Cancel);
        await using (var host = started.Value)
            await host.RunAsync(orphaned.Token);
        marker.Remove();
        NetMQConfig.Cleanup(block: true);
        return [];
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action act) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            act();
        });

    // A limit that is not one must not keep a notebook from opening.
    private static MemoryLimit Limit(JupyterHostOptions options)
    {
        var available = MachineMemory.Available;
        var limit = MemoryLimit.Parse(options.MemoryLimit, available);
        if (!limit.Succeeded)
            options.Log($"{limit.Diagnostics[0].Message} {limit.Diagnostics[0].Hint}");
        return limit.Succeeded ? limit.Value : MemoryLimit.Default(available);
    }

    // The pool makes these at once when they are wanted, and more than these only one every half second: so that a few
    // that a cell blocks do not hold up the kernel.
    private static void KeepThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + KernelThreads), ports);
    }

    private static RunMarker Marker(string connectionFile, JupyterHostOptions options)
    {
        if (options.RunFolder is not { } folder)
            return RunMarker.None;
        UnexpectedEnd.Forget(folder, options.Clock.GetUtcNow() - Remembered);
        var name = Path.ChangeExtension(Path.GetFileName(connectionFile), ".json");
        return new RunMarker(Path.Combine(folder, name), options.Clock);
    }
}
