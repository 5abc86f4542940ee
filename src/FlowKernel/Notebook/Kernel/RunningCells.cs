namespace FlowKernel.Notebook.Kernel;

/// <summary>Knows whether a cell runs, for work that should not compete with one.</summary>
internal sealed class RunningCells
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Done();
    private int _count;

    /// <summary>Completes when no cell runs, at once where none does.</summary>
    public Task Idle
    {
        get
        {
            lock (_gate)
                return _idle.Task;
        }
    }

    /// <summary>Says that a cell begins.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (_count++ == 0)
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Says that a cell has ended.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
                _idle.SetResult();
        }
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
