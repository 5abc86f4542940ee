namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Cells that were interrupted and still go on. Each may hold a thread of the pool for as long as it likes, and beyond
/// its least number the pool makes a new one only every half second; so that number grows by as many.
/// </summary>
internal static class LeftBehind
{
    private const int Most = 64;
    private static readonly Lock Gate = new();
    private static int _count;

    /// <summary>Counts a cell until it ends.</summary>
    public static void Count(Task cell)
    {
        if (!Add(1))
            return;
        _ = cell.ContinueWith(
            _ => Add(-1), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static bool Add(int cells)
    {
        lock (Gate)
        {
            if (_count + cells > Most)
                return false;
            _count += cells;
            ThreadPool.GetMinThreads(out var workers, out var ports);
            return ThreadPool.SetMinThreads(workers + cells, ports);
        }
    }
}
