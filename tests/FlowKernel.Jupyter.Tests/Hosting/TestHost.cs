using System.Collections.Concurrent;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Tests.Hosting;

/// <summary>A host over a kernel in this process, on free loopback ports, with a front end at it.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly JupyterHost _host;

    public TestHost(INotebookKernel kernel, string? historyFolder = null, string key = "a secret key")
        : this(() => kernel, historyFolder, key)
    {
    }

    public TestHost(Func<INotebookKernel> createKernel, string? historyFolder = null, string key = "a secret key")
    {
        var options = new JupyterHostOptions { HistoryFolder = historyFolder, Log = Log.Enqueue };
        _host = JupyterHost.Start(new ConnectionInfo { Key = key }, createKernel, options).OrThrow();
        Running = _host.RunAsync(_stop.Token);
        FrontEnd = new FrontEnd(_host.Connection);
    }

    public ConnectionInfo Connection => _host.Connection;

    public FrontEnd FrontEnd { get; }

    public Task<bool> Running { get; }

    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Waits until all that was sent on shell has arrived, by sending what the host drops and logs.</summary>
    public async Task ShellArrivedAsync()
    {
        var logged = Log.Count;
        NetMQ.OutgoingSocketExtensions.SendFrame(FrontEnd.Shell, "not a message");
        while (Log.Count == logged)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        FrontEnd.Dispose();
        await _stop.CancelAsync();
        await Running;
        await _host.DisposeAsync();
        _stop.Dispose();
    }
}
