namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The thread on which a cell's code starts: one of its own, so that a cell that blocks takes no thread of the pool
/// from the kernel. What comes after a first <c>await</c> runs on the pool.
/// </summary>
internal sealed class CellThread
{
    private static readonly TimeSpan WakeGrace = TimeSpan.FromMilliseconds(50);
    private readonly CellThreads _threads = new();
    private readonly Task<object?> _running;

    private CellThread(Func<Task<object?>> code)
    {
        var started = new TaskCompletionSource<Task<object?>>();
        _running = started.Task.Unwrap();
        Background("flowkernel cell", () => started.SetResult(InsideAsync(code))).Start();
    }

    /// <summary>What the code ends with.</summary>
    public Task<object?> Running => _running;

    /// <summary>Starts code; what it throws is in its task.</summary>
    public static CellThread Start(Func<Task<object?>> code) => new(code);

    /// <summary>
    /// Completes when the code has ended by itself, or has been given <paramref name="grace"/> to do so, then been woken
    /// from what it waits for, and still goes on. Whatever of its tasks goes on then is left behind.
    /// </summary>
    public Task EndAsync(TimeSpan grace)
    {
        var ended = new TaskCompletionSource();
        // Neither the pool nor its timers may be needed here: the cell may have taken all of it.
        Background("flowkernel cell's end", () =>
        {
            if (!EndsWithin(grace) && _threads.Wake())
                EndsWithin(WakeGrace);
            LeftBehind.OfThePool.Add(_threads);
            ended.SetResult();
        }).UnsafeStart();
        return ended.Task;
    }

    private static Thread Background(string name, ThreadStart work) =>
        new(work) { IsBackground = true, Name = name };

    private bool EndsWithin(TimeSpan time) => Task.WaitAny([_running], time) == 0;

    private async Task<object?> InsideAsync(Func<Task<object?>> code)
    {
        _threads.Enter();
        return await code();
    }
}
