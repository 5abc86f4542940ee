using System.Collections.Concurrent;

namespace FlowKernel.Jupyter.Execution;

/// <summary>
/// Sends gathered text after a moment, on a thread of its own: a timer needs one of the pool, which a cell may have
/// taken whole, and then the user would not even see what it had said before.
/// </summary>
internal static class OutputFlushes
{
    /// <summary>How long text is gathered.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);

    private static readonly BlockingCollection<(long Due, Action Flush)> Queue = [];
    private static readonly Lazy<Thread> Worker = new(Start);

    /// <summary>Calls this in a moment; it must not throw.</summary>
    public static void Add(Action flush)
    {
        _ = Worker.Value;
        Queue.Add((Environment.TickCount64 + (long)Moment.TotalMilliseconds, flush));
    }

    private static Thread Start()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "flowkernel output" };
        thread.UnsafeStart();
        return thread;
    }

    private static void Run()
    {
        using var never = new ManualResetEvent(false);
        // All wait equally long, so the first to come is the first to be due.
        foreach (var (due, flush) in Queue.GetConsumingEnumerable())
        {
            if (due - Environment.TickCount64 is > 0 and var left)
                never.WaitOne((int)left);
            flush();
        }
    }
}
