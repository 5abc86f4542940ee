namespace FlowKernel.Jupyter.Memory;

/// <summary>
/// Keeps a cell that takes all memory from taking the kernel with it. The process gets a limit, so that running out of
/// it is an exception in the cell and not the system's end of the process; with the first such exception a reserve
/// comes on top, so that the kernel goes on and the user can free variables. Once they have, the limit is as before.
/// </summary>
internal sealed class MemoryReserve : IDisposable
{
    private const string Setting = "GCHeapHardLimit";
    private const double ReserveShare = 0.15;
    private const double FreedShare = 0.8;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    // Boxed beforehand: when they are needed there is no memory to make them in.
    private readonly object _limit;
    private readonly object _withReserve;
    private readonly long _freed;
    private readonly ITimer _timer;
    private int _released;

    private MemoryReserve(long limit, TimeProvider clock)
    {
        _limit = (ulong)limit;
        _withReserve = (ulong)(limit * (1 + ReserveShare));
        _freed = (long)(limit * FreedShare);
        _timer = clock.CreateTimer(_ => Restore(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        AppDomain.CurrentDomain.FirstChanceException += Release;
    }

    /// <summary>Sets the limit for this process, in bytes; null when the runtime refuses it.</summary>
    public static MemoryReserve? Set(long limit, TimeProvider clock)
    {
        var reserve = new MemoryReserve(limit, clock);
        if (TryLimit(reserve._limit))
            return reserve;
        reserve.Dispose();
        return null;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Release;
        _timer.Dispose();
    }

    private static bool TryLimit(object bytes)
    {
        try
        {
            AppContext.SetData(Setting, bytes);
            GC.RefreshMemoryLimit();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void Release(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
    {
        if (e.Exception is not OutOfMemoryException || Interlocked.Exchange(ref _released, 1) != 0)
            return;
        TryLimit(_withReserve);
        _timer.Change(LookAgain, LookAgain);
    }

    private void Restore()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > _freed || !TryLimit(_limit))
            return;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Volatile.Write(ref _released, 0);
    }
}
