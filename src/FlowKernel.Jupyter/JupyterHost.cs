using FlowKernel.Diagnostics;
using FlowKernel.Jupyter.Execution;
using FlowKernel.Jupyter.Handlers;
using FlowKernel.Jupyter.Messages;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter;

/// <summary>
/// Serves a kernel over the Jupyter messaging protocol, version 5.5: shell, control, iopub, stdin and heartbeat, each
/// on a thread of its own. It only translates between messages and <see cref="INotebookKernel"/>.
/// </summary>
public sealed class JupyterHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly HostSockets _sockets;
    private readonly HostSession _session;

    private JupyterHost(HostSockets sockets, Func<INotebookKernel> createKernel, JupyterHostOptions options)
    {
        _sockets = sockets;
        var folder = options.HistoryFolder is null ? null : new HistoryFolder(options.HistoryFolder);
        _session = new HostSession
        {
            Kernel = Task.Run(createKernel),
            Identity = options.Identity,
            Clock = options.Clock,
            Shell = sockets.Shell,
            Stdin = sockets.Stdin,
            History = new CellHistory(folder, options.Log),
            Marker = options.Marker,
            Running = options.Running,
        };
    }

    /// <summary>The connection with the ports that were really bound.</summary>
    public ConnectionInfo Connection => _sockets.Connection;

    /// <summary>
    /// Binds the sockets and starts to make the kernel; requests that need it wait for it, others are answered at once.
    /// Fails with FK0806 when a port cannot be bound.
    /// </summary>
    public static Outcome<JupyterHost> Start(
        ConnectionInfo connection, Func<INotebookKernel> createKernel, JupyterHostOptions options)
    {
        var bound = BoundSockets.Bind(connection);
        return bound.Succeeded
            ? new JupyterHost(new HostSockets(bound.Value, options), createKernel, options)
            : new Outcome<JupyterHost>(bound.Diagnostics);
    }

    /// <summary>
    /// Serves until a front end asks for shutdown, or until cancelled; true when the kernel shall start again. A cell
    /// that still runs is interrupted and waited for a moment only.
    /// </summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        _sockets.Start();
        _sockets.Iopub.Publish(KernelStatus.Starting, default);
        var shell = new ShellQueue(Server(_sockets.Shell, HandlerTable.Shell(_session)));
        var control = Server(_sockets.Control, HandlerTable.Control(_session));
        _sockets.Control.Start(message => _ = control.ServeAsync(message, CancellationToken.None));
        _sockets.Shell.Start(shell.Add);
        await using var registration = cancellation.Register(() => _session.Shutdown.TrySetResult(false));
        var serving = shell.RunAsync(_stop.Token);
        var restart = await _session.Shutdown.Task;
        await _stop.CancelAsync();
        await InTimeAsync(Task.WhenAll(serving, _sockets.Control.NewestAsync()));
        return restart;
    }

    /// <summary>Closes the sockets, once what is queued has been sent, and the kernel.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _sockets.Dispose();
        if (_session.Kernel.IsCompletedSuccessfully)
            await InTimeAsync((await _session.Kernel).DisposeAsync().AsTask());
        _stop.Dispose();
    }

    private RequestServer Server(RequestChannel channel, IReadOnlyDictionary<string, IMessageHandler> handlers) =>
        new(channel, _sockets.Iopub, _session.Running, handlers);

    /// <summary>Waits a moment; a cell that does not stop must not keep the process from ending.</summary>
    private static Task InTimeAsync(Task ending) =>
        ending.WaitAsync(Patience).ContinueWith(_ => { }, TaskScheduler.Default);
}
