namespace FlowKernel.Jupyter.Execution;

/// <summary>The cell that is running now, if any: what an interrupt stops.</summary>
internal sealed class RunningCell
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;

    /// <summary>Runs with a token that <see cref="Interrupt"/> cancels as well.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellation)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Set(source);
        try
        {
            return await run(source.Token);
        }
        finally
        {
            Set(null);
        }
    }

    /// <summary>Asks what is running to stop; nothing happens when nothing runs.</summary>
    public void Interrupt()
    {
        lock (_gate)
            _running?.CancelAsync();
    }

    private void Set(CancellationTokenSource? source)
    {
        lock (_gate)
            _running = source;
    }
}
