namespace FlowKernel.Jupyter.Memory;

/// <summary>
/// The size beyond which .NET gives this process no more memory. There are several: with the first
/// <see cref="OutOfMemoryException"/> the second takes the place of the first, at once and on the thread that got it,
/// so that the threads that serve the protocol find memory where the cell found none.
/// </summary>
internal sealed class HeapLimit : IDisposable
{
    private const string Setting = "GCHeapHardLimit";

    // Boxed beforehand: when they are needed there is no memory to make them in.
    private readonly object[] _steps;
    private int _step;

    private HeapLimit(IEnumerable<long> steps)
    {
        _steps = [.. steps.Select(bytes => (object)(ulong)bytes)];
        AppDomain.CurrentDomain.FirstChanceException += RaiseFor;
    }

    /// <summary>The limit that holds now.</summary>
    public long Bytes => (long)(ulong)_steps[Volatile.Read(ref _step)];

    /// <summary>Sets the limits for this process, in bytes, least first; null when the runtime refuses them.</summary>
    public static HeapLimit? Set(IEnumerable<long> steps)
    {
        var limit = new HeapLimit(steps);
        if (Try(limit._steps[0]))
            return limit;
        limit.Dispose();
        return null;
    }

    /// <summary>Goes to the next limit; stays with the last.</summary>
    public void Raise() => Raise(Volatile.Read(ref _step));

    /// <summary>Goes back to the first limit; stays as it is while more than the first is in use.</summary>
    public void Restore()
    {
        if (Volatile.Read(ref _step) != 0 && Try(_steps[0]))
            Volatile.Write(ref _step, 0);
    }

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= RaiseFor;

    private static bool Try(object bytes)
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

    private void Raise(int from)
    {
        if (from + 1 < _steps.Length && Interlocked.CompareExchange(ref _step, from + 1, from) == from)
            Try(_steps[from + 1]);
    }

    private void RaiseFor(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
    {
        if (e.Exception is OutOfMemoryException)
            Raise(from: 0);
    }
}
