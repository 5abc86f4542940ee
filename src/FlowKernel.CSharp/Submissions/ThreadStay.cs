namespace FlowKernel.CSharp.Submissions;

/// <summary>Which cell a thread is working for, and whether it has been woken meanwhile.</summary>
internal sealed class ThreadStay
{
    private const int LeastKept = 32;
    private static readonly Lock Gate = new();
    private static readonly List<ThreadStay> All = [];
    private static int _pruneAt = LeastKept;

    [ThreadStatic]
    private static ThreadStay? _own;

    private readonly Thread _thread = Thread.CurrentThread;
    private readonly bool _isOfThePool = Thread.CurrentThread.IsThreadPoolThread;
    private CellThreads? _cell;
    private bool _isWoken;
    private int _taken;

    /// <summary>Whether the thread is one of the pool.</summary>
    public bool IsOfThePool => _isOfThePool;

    /// <summary>Those of all threads that work for this cell now.</summary>
    public static IReadOnlyList<ThreadStay> Of(CellThreads cell)
    {
        lock (Gate)
            return [.. All.Where(s => Volatile.Read(ref s._cell) == cell && s._thread.IsAlive)];
    }

    /// <summary>The calling thread works for this cell from now on, or for none. Never throws.</summary>
    public static void Become(CellThreads? cell)
    {
        try
        {
            var own = _own ?? (cell is null ? null : _own = Added());
            own?.Change(cell);
        }
        catch (OutOfMemoryException)
        {
            // Then this thread is not woken; the cell is at its end anyway.
        }
    }

    /// <summary>Wakes the thread if it works for this cell, waits for something and has not been woken.</summary>
    public bool Wake(CellThreads cell)
    {
        Take();
        try
        {
            if (_cell != cell || _isWoken || !_thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                return false;
            _isWoken = true;
            _thread.Interrupt();
            return true;
        }
        catch (ThreadStateException)
        {
            // It has just ended.
            return false;
        }
        finally
        {
            Free();
        }
    }

    private static ThreadStay Added()
    {
        while (true)
        {
            try
            {
                return AddedOnce();
            }
            catch (ThreadInterruptedException)
            {
                // Somebody's waking of a thread that has just begun: it is not yet known which cell it is for.
            }
        }
    }

    private static ThreadStay AddedOnce()
    {
        var stay = new ThreadStay();
        lock (Gate)
        {
            if (All.Count >= _pruneAt)
            {
                All.RemoveAll(s => !s._thread.IsAlive);
                _pruneAt = Math.Max(LeastKept, All.Count * 2);
            }

            All.Add(stay);
        }

        return stay;
    }

    private void Change(CellThreads? cell)
    {
        Take();
        var wasWoken = _isWoken;
        Volatile.Write(ref _cell, cell);
        _isWoken = false;
        Free();
        if (wasWoken)
            Forget();
    }

    // A waking that came too late for the cell's code must not hit what the thread does next.
    private static void Forget()
    {
        try
        {
            Thread.CurrentThread.Join(1);
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    // No lock of .NET's: waiting for one would end by the very waking that this is about.
    private void Take()
    {
        while (Interlocked.CompareExchange(ref _taken, 1, 0) != 0)
            Thread.Yield();
    }

    private void Free() => Volatile.Write(ref _taken, 0);
}
