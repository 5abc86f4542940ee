namespace FlowKernel.DuckDb;

/// <summary>
/// The threads that queries run on: not those of the pool, which a cell may have taken whole. A thread whose query has
/// ended waits some seconds for the next, since starting one takes longer than planning a small query.
/// </summary>
internal static class QueryThreads
{
    // A query of millions of groups takes longer than that to free them.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private static readonly object Gate = new();
    private static readonly Queue<Action> Waiting = [];
    private static int _idle;

    /// <summary>
    /// Runs work on a thread of its own. What awaits it goes on there, so that this needs no thread of the pool either.
    /// Work that has not ended 100 ms after a cancel is not waited for any longer.
    /// </summary>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<T>();
        var leaving = cancellation.UnsafeRegister(
            static (answer, token) => _ = LeaveAsync((TaskCompletionSource<T>)answer!, token), answer);
        Start(() => Answer(work, answer, leaving, cancellation));
        return answer.Task;
    }

    private static async Task LeaveAsync<T>(TaskCompletionSource<T> answer, CancellationToken cancellation)
    {
        await Task.Delay(Grace, CancellationToken.None);
        answer.TrySetCanceled(cancellation);
    }

    private static void Answer<T>(
        Func<T> work, TaskCompletionSource<T> answer, CancellationTokenRegistration leaving,
        CancellationToken cancellation)
    {
        T result;
        try
        {
            // What awaits the answer goes on here, so the registration ends before it is given.
            using (leaving)
            {
                cancellation.ThrowIfCancellationRequested();
                result = work();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            answer.TrySetCanceled(cancellation);
            return;
        }
        catch (Exception failure)
        {
            answer.TrySetException(failure);
            return;
        }

        answer.TrySetResult(result);
    }

    private static void Start(Action work)
    {
        lock (Gate)
        {
            Waiting.Enqueue(work);
            if (_idle >= Waiting.Count)
            {
                Monitor.Pulse(Gate);
                return;
            }
        }

        new Thread(Work) { IsBackground = true, Name = "KQL query" }.UnsafeStart();
    }

    private static void Work()
    {
        while (Next() is { } work)
            work();
    }

    /// <summary>The next work; null where there is none for a while.</summary>
    private static Action? Next()
    {
        while (true)
        {
            try
            {
                return NextOnce();
            }
            catch (ThreadInterruptedException)
            {
                // A cell that awaited a query went on here and was woken, too late: that is not meant for what follows.
            }
        }
    }

    private static Action? NextOnce()
    {
        lock (Gate)
        {
            _idle++;
            try
            {
                while (Waiting.Count == 0 && Monitor.Wait(Gate, Rest))
                {
                    // Another thread may have been quicker.
                }
            }
            finally
            {
                _idle--;
            }

            return Waiting.TryDequeue(out var work) ? work : null;
        }
    }
}
