using System.Collections.Concurrent;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// A thread for asynchronous work whose awaits all go on there: a cell that holds every thread of the pool, also one
/// that was interrupted and does not stop, cannot keep it from going on.
/// </summary>
internal sealed class LaneThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Work, object? State)> _queue = [];

    private LaneThread()
    {
    }

    /// <summary>Starts work on a thread of its own; what it throws is in the task.</summary>
    public static Task RunAsync(string name, Func<Task> work)
    {
        var ended = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => ended.SetResult(new LaneThread().Run(work))) { IsBackground = true, Name = name };
        thread.UnsafeStart();
        return ended.Task.Unwrap();
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _queue.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            // The lane has ended; as without it, what somebody has left running goes on wherever there is a thread.
            base.Post(d, state);
        }
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private Task Run(Func<Task> work)
    {
        SetSynchronizationContext(this);
        var running = Begin(work);
        running.ContinueWith(
            _ => _queue.CompleteAdding(),
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (var (next, state) in _queue.GetConsumingEnumerable())
            next(state);
        return running;
    }

    private static async Task Begin(Func<Task> work) => await work();
}
