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

    /// <summary>
    /// Serves a kernel over the connection that a connection file describes, until a front end ends it, the process
    /// that started it is gone, or <paramref name="cancellation"/> asks. Gives nothing on a normal end, otherwise what
    /// is wrong with the connection (FK0801 to FK0806).
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
        using var memory = Limit(options);
        var marker = Marker(connectionFile, options);
        var started = JupyterHost.Start(connection.Value, createKernel, options with { Marker = marker });
        if (!started.Succeeded)
            return started.Diagnostics;
        using var orphaned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = ParentProcess.WatchAsync(ParentProcess.Id, orphaned);
        await using (var host = started.Value)
            await host.RunAsync(orphaned.Token);
        marker.Remove();
        NetMQConfig.Cleanup(block: true);
        return [];
    }

    // A limit that is not one must not keep a notebook from opening.
    private static MemoryReserve? Limit(JupyterHostOptions options)
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var limit = MemoryLimit.Parse(options.MemoryLimit, available);
        if (!limit.Succeeded)
            options.Log($"{limit.Diagnostics[0].Message} {limit.Diagnostics[0].Hint}");
        var usable = limit.Succeeded ? limit.Value : MemoryLimit.Default(available);
        return MemoryReserve.Set(usable.Bytes, options.Clock);
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
