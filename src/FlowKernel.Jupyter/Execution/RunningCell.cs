namespace FlowKernel.Jupyter.Execution;

/// <summary>The cell that is running now, if any: what an interrupt stops.</summary>
internal sealed class RunningCell
{
    private CancellationTokenSource? _running;

    /// <summary>Runs with a token that <see cref="Interrupt"/> cancels as well.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellation)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Volatile.Write(ref _running, source);
        try
        {
            return await run(source.Token);
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }

    /// <summary>
    /// Asks what is running to stop; nothing happens when nothing runs. What the cell has registered for this runs on a
    /// thread made for it, since the cell may have taken all threads of the pool, and may never give this one back.
    /// </summary>
    public void Interrupt()
    {
        if (Volatile.Read(ref _running) is { } running)
            new Thread(() => Cancel(running)) { IsBackground = true, Name = "flowkernel interrupt" }.Start();
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
