namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Cells that were interrupted and still go on. Each may hold a thread of the pool for as long as it likes, and beyond
/// its least number the pool makes a new one only every half second; so that number grows by as many.
/// </summary>
/// <param name="grow">Adds to the least number of threads; false when it is refused.</param>
internal sealed class LeftBehind(Func<int, bool> grow)
{
    /// <summary>How many cells are made up for at most.</summary>
    public const int Most = 64;

    private readonly Lock _gate = new();
    private int _count;

    /// <summary>Those that the pool of this process is to be made up for.</summary>
    public static LeftBehind OfThePool { get; } = new(GrowThePool);

    /// <summary>Counts a cell until it ends.</summary>
    public void Count(Task cell)
    {
        if (!Add(1))
            return;
        _ = cell.ContinueWith(
            _ => Add(-1), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static bool GrowThePool(int threads)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        return ThreadPool.SetMinThreads(workers + threads, ports);
    }

    private bool Add(int cells)
    {
        lock (_gate)
        {
            if (_count + cells > Most || !grow(cells))
                return false;
            _count += cells;
            return true;
        }
    }
}
