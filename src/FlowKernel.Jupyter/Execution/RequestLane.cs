using System.Threading.Channels;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Execution;

/// <summary>Requests that are served one after the other.</summary>
internal sealed class RequestLane(RequestServer server, TimeSpan patience)
{
    private sealed record Waiting(Message Message, Task Before, TaskCompletionSource Served);

    private readonly Channel<Waiting> _queue =
        Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Completes when all that was added by now has been served.</summary>
    public Task Newest { get; private set; } = Task.CompletedTask;

    /// <summary>
    /// Adds a request that came after others on another lane; it waits a moment for <paramref name="before"/>, no more.
    /// </summary>
    public void Add(Message message, Task before)
    {
        var served = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Newest = served.Task;
        _queue.Writer.TryWrite(new Waiting(message, before, served));
    }

    /// <summary>Serves until cancelled; then a running request is still finished.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var next in _queue.Reader.ReadAllAsync(cancellation))
        {
            // Blocks the lane's own thread, which has nothing else to do: a timer would need one of the pool.
            Task.WaitAny([next.Before], (int)patience.TotalMilliseconds, cancellation);
            await server.ServeAsync(next.Message, cancellation);
            next.Served.SetResult();
        }
    }
}
