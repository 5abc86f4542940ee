using NetMQ;

namespace FlowKernel.Jupyter.Wire;

/// <summary>
/// A socket with a thread of its own, the only one that touches it: messages that arrive are handed over there, and
/// messages from any other thread are queued to it and sent in order.
/// </summary>
internal sealed class SocketLoop : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly NetMQSocket _socket;
    private readonly NetMQPoller _poller;
    private readonly string _name;
    private readonly Action<List<byte[]>> _received;
    private bool _closed;

    /// <param name="name">The thread's name.</param>
    /// <param name="socket">A bound socket, from now on owned by the loop.</param>
    /// <param name="received">Gets the frames of each message, on the loop's thread; must not throw.</param>
    public SocketLoop(string name, NetMQSocket socket, Action<List<byte[]>> received)
    {
        _name = name;
        _socket = socket;
        _received = received;
        _socket.Options.Linger = Linger;
        _socket.ReceiveReady += (_, _) => ReceiveAll();
        _poller = [_socket];
    }

    /// <summary>Starts the thread; from then on messages can be handed over.</summary>
    public void Start() => _poller.RunAsync(_name, isBackgroundThread: true);

    /// <summary>Sends frames after those queued before; once the loop is closed they are dropped.</summary>
    public void Send(IReadOnlyList<byte[]> frames) => Post(() => _socket.SendMultipartBytes(frames));

    /// <summary>
    /// Sends frames like <see cref="Send"/>, once what has arrived by then is handed over, and after what that sends.
    /// </summary>
    public void SendAfterReceived(IReadOnlyList<byte[]> frames) => Post(() =>
    {
        ReceiveAll();
        _socket.SendMultipartBytes(frames);
    });

    /// <summary>Completes when all that had arrived when it was called has been handed over.</summary>
    public Task DrainAsync()
    {
        var drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var posted = Post(() =>
        {
            ReceiveAll();
            drained.SetResult();
        });
        return posted ? drained.Task : Task.CompletedTask;
    }

    /// <summary>Sends what is queued, then ends the thread and the socket.</summary>
    public void Dispose()
    {
        lock (_gate)
            _closed = true;
        _poller.Dispose();
        _socket.Dispose();
    }

    private bool Post(Action action)
    {
        lock (_gate)
        {
            if (!_closed)
                _poller.Run(action);
            return !_closed;
        }
    }

    private void ReceiveAll()
    {
        var frames = new List<byte[]>();
        while (_socket.TryReceiveMultipartBytes(ref frames!))
        {
            _received(frames);
            frames = [];
        }
    }
}
