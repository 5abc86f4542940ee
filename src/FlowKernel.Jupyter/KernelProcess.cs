using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using NetMQ;

namespace FlowKernel.Jupyter;

/// <summary>A process whose only work is to be a Jupyter kernel.</summary>
public static class KernelProcess
{
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
        var started = JupyterHost.Start(connection.Value, createKernel, options);
        if (!started.Succeeded)
            return started.Diagnostics;
        using var orphaned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _ = ParentProcess.WatchAsync(ParentProcess.Id, orphaned);
        await using (var host = started.Value)
            await host.RunAsync(orphaned.Token);
        NetMQConfig.Cleanup(block: true);
        return [];
    }
}
