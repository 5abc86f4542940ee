namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Cells that were interrupted and whose threads still go on. Beyond its least number the pool makes a new thread only
/// every half second; so that number grows by as many threads of the pool as such cells hold, for as long as they do.
/// </summary>
/// <param name="grow">Adds to the least number of threads; false when it is refused.</param>
internal sealed class LeftBehind(Func<int, bool> grow)
{
    /// <summary>How many threads are made up for at most: what they cost is memory that the kernel needs.</summary>
    public const int Most = 1000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Lock _gate = new();
    private readonly List<CellThreads> _cells = [];
    private bool _isFollowing;
    private int _grown;

    /// <summary>Those that the pool of this process is to be made up for.</summary>
    public static LeftBehind OfThePool { get; } = new(GrowThePool);

    /// <summary>
    /// Follows a cell's threads until it has none; those that only now begin to wait for something are woken as well.
    /// </summary>
    public void Add(CellThreads cell)
    {
        if (!cell.Any)
            return;
        lock (_gate)
        {
            _cells.Add(cell);
            MakeUp();
            if (_isFollowing)
                return;
            _isFollowing = true;
            new Thread(Follow) { IsBackground = true, Name = "flowkernel left behind" }.UnsafeStart();
        }
    }

    private static bool GrowThePool(int threads)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        return ThreadPool.SetMinThreads(workers + threads, ports);
    }

    private void Follow()
    {
        using var pause = new ManualResetEvent(false);
        do
            pause.WaitOne(Pause);
        while (Look());
    }

    // False once there is nothing to follow any more.
    private bool Look()
    {
        lock (_gate)
        {
            foreach (var cell in _cells)
                cell.Wake();
            _cells.RemoveAll(c => !c.Any);
            MakeUp();
            return _isFollowing = _cells.Count > 0;
        }
    }

    private void MakeUp()
    {
        var held = Math.Min(Most, _cells.Sum(c => c.OfThePool));
        if (held != _grown && grow(held - _grown))
            _grown = held;
    }
}
