namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The thread on which a cell's code starts: one of its own, so that a cell that blocks takes no thread of the pool
/// from the kernel, and can be woken when it is interrupted. What comes after a first <c>await</c> runs on the pool.
/// </summary>
internal sealed class CellThread
{
    private static readonly TimeSpan WakeGrace = TimeSpan.FromMilliseconds(50);
    private readonly Lock _gate = new();
    private readonly Task<object?> _running;
    private Thread? _inside;
    private bool _isWoken;

    private CellThread(Func<Task<object?>> code)
    {
        var started = new TaskCompletionSource<Task<object?>>();
        _running = started.Task.Unwrap();
        InBackground("flowkernel cell", () => started.SetResult(Run(code)));
    }

    /// <summary>What the code ends with.</summary>
    public Task<object?> Running => _running;

    /// <summary>Starts code; what it throws is in its task.</summary>
    public static CellThread Start(Func<Task<object?>> code) => new(code);

    /// <summary>
    /// Completes when the code has ended by itself, or has been given <paramref name="grace"/> to do so, then been woken
    /// from what it waits for, and still goes on.
    /// </summary>
    public Task EndAsync(TimeSpan grace)
    {
        if (_running.IsCompleted)
            return Task.CompletedTask;
        var ended = new TaskCompletionSource();
        // Neither the pool nor its timers may be needed here: the cell may have taken all of it.
        InBackground("flowkernel cell's end", () =>
        {
            if (!EndsWithin(grace) && Wake())
                EndsWithin(WakeGrace);
            if (!_running.IsCompleted)
                LeftBehind.OfThePool.Count(_running);
            ended.SetResult();
        });
        return ended.Task;
    }

    private static void InBackground(string name, ThreadStart work) =>
        new Thread(work) { IsBackground = true, Name = name }.Start();

    private bool EndsWithin(TimeSpan time) => Task.WaitAny([_running], time) == 0;

    private Task<object?> Run(Func<Task<object?>> code)
    {
        lock (_gate)
            _inside = Thread.CurrentThread;
        var running = code();
        Leave();
        return running;
    }

    private bool Wake()
    {
        lock (_gate)
        {
            if (_inside is not { } thread)
                return false;
            _isWoken = true;
            thread.Interrupt();
            return true;
        }
    }

    private void Leave()
    {
        try
        {
            lock (_gate)
                _inside = null;
            // A waking that came too late for the code must not hit the kernel, which goes on here.
            if (_isWoken)
                Thread.CurrentThread.Join(1);
        }
        catch (ThreadInterruptedException)
        {
            lock (_gate)
                _inside = null;
        }
    }
}
