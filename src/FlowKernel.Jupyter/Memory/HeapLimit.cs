namespace FlowKernel.Jupyter.Memory;

/// <summary>
/// The size beyond which .NET gives this process no more memory. There are two: with the first
/// <see cref="OutOfMemoryException"/> the second takes the place of the first, at once and on the thread that got it,
/// so that the threads that serve the protocol find memory where the cell found none.
/// </summary>
internal sealed class HeapLimit : IDisposable
{
    private const string Setting = "GCHeapHardLimit";

    // Boxed beforehand: when they are needed there is no memory to make them in.
    private readonly object _ordinary;
    private readonly object _raised;
    private int _isRaised;

    private HeapLimit(long ordinary, long raised)
    {
        (_ordinary, _raised, Bytes) = ((ulong)ordinary, (ulong)raised, ordinary);
        AppDomain.CurrentDomain.FirstChanceException += Raise;
    }

    /// <summary>The first of the two limits.</summary>
    public long Bytes { get; }

    /// <summary>Sets the limits for this process, in bytes; null when the runtime refuses them.</summary>
    public static HeapLimit? Set(long ordinary, long raised)
    {
        var limit = new HeapLimit(ordinary, raised);
        if (Try(limit._ordinary))
            return limit;
        limit.Dispose();
        return null;
    }

    /// <summary>Goes back to the first limit; stays with the second while more than the first is in use.</summary>
    public void Restore()
    {
        if (Volatile.Read(ref _isRaised) != 0 && Try(_ordinary))
            Volatile.Write(ref _isRaised, 0);
    }

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Raise;

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

    private void Raise(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
    {
        if (e.Exception is OutOfMemoryException && Interlocked.Exchange(ref _isRaised, 1) == 0)
            Try(_raised);
    }
}
