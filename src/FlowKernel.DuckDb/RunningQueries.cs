namespace FlowKernel.DuckDb;

/// <summary>Counts the queries of an instance, so that it does not go while a cancelled one still frees what it holds.</summary>
internal sealed class RunningQueries
{
    private readonly object _gate = new();
    private int _count;

    /// <summary>One more, until the answer is disposed.</summary>
    public IDisposable Enter()
    {
        lock (_gate)
            _count++;
        return new Entered(this);
    }

    /// <summary>Waits until there is none, for so long at most.</summary>
    public void Wait(TimeSpan most)
    {
        lock (_gate)
        {
            while (_count > 0 && Monitor.Wait(_gate, most))
            {
                // One has ended; others may go on.
            }
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _count--;
            Monitor.PulseAll(_gate);
        }
    }

    private sealed class Entered(RunningQueries queries) : IDisposable
    {
        public void Dispose() => queries.Leave();
    }
}
