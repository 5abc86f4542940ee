using FlowKernel.Jupyter.Messages;

namespace FlowKernel.Jupyter.Execution;

/// <summary>The cell that is running now, if any: what an interrupt stops.</summary>
internal sealed class RunningCell
{
    private sealed record Run(Request Request, CancellationTokenSource Stop);

    private readonly Lock _gate = new();
    private Run? _run;
    private Request? _last;
    private long _stopThrough;

    /// <summary>
    /// Raised on the cell's own thread when it has ended, before anything else can run: with what <see cref="Current"/> was.
    /// </summary>
    public event Action<object>? Ended;

    /// <summary>
    /// Runs with a token that <see cref="Interrupt"/> cancels as well, and has cancelled already where the interrupt
    /// came between the request and this.
    /// </summary>
    public async Task<T> RunAsync<T>(
        Request request, Func<CancellationToken, Task<T>> run, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var current = new Run(request, stop);
        if (Become(current))
            Cancel(stop);
        try
        {
            return await run(stop.Token);
        }
        finally
        {
            Become(null);
            Ended?.Invoke(current);
        }
    }

    /// <summary>
    /// Asks what is running to stop, or else what had arrived up to <paramref name="newest"/> and is about to run;
    /// nothing happens when there is neither. What the cell has registered for this runs on a
    /// thread made for it, since the cell may have taken all threads of the pool, and may never give this one back.
    /// </summary>
    /// <param name="newest">The order of the newest request on shell.</param>
    public void Interrupt(long newest = 0)
    {
        if (StopOrRemember(newest) is { Stop: var stop })
            new Thread(() => Cancel(stop)) { IsBackground = true, Name = "flowkernel interrupt" }.UnsafeStart();
    }

    /// <summary>
    /// Says again that the kernel is busy, where a cell still runs: the "idle" of a question that was answered meanwhile
    /// would otherwise make front ends show the kernel as idle.
    /// </summary>
    public void PublishBusy()
    {
        // Under the lock, so that the cell's own "idle" comes after this.
        lock (_gate)
            _run?.Request.Publish(KernelStatus.Busy);
    }

    /// <summary>Tells the user of the cell that runs, or of the last one that ran, on its error stream.</summary>
    public void Say(string text)
    {
        lock (_gate)
            (_run?.Request ?? _last)?.Publish(new StreamText("stderr", text));
    }

    /// <summary>Stands for the cell that runs now; null while none does.</summary>
    public object? Current => Get();

    private Run? Get()
    {
        lock (_gate)
            return _run;
    }

    private Run? StopOrRemember(long newest)
    {
        lock (_gate)
        {
            if (_run is null)
                _stopThrough = newest;
            return _run;
        }
    }

    // True when it is to be stopped at once.
    private bool Become(Run? run)
    {
        lock (_gate)
        {
            _last = _run?.Request;
            _run = run;
            return run?.Request.Message.Order <= _stopThrough;
        }
    }

    private static void Cancel(CancellationTokenSource running)
    {
        try
        {
            running.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or AggregateException)
        {
            // The cell has just ended, or what it registered failed; neither is the front end's concern.
        }
    }
}
