namespace FlowKernel.Notebook;

/// <summary>
/// What cells must know of the process's memory. Whoever hosts the kernel watches it; while it is exhausted, the C# of
/// cells ends with <see cref="OutOfMemoryException"/> at its next loop or call.
/// </summary>
public static class CellMemory
{
    private static int _exhausted;
    private static long _limit;

    /// <summary>
    /// What cells may hold, in bytes: the limit that the host has set, otherwise what the process may take.
    /// </summary>
    public static long Limit
    {
        get => Volatile.Read(ref _limit) is > 0 and var set ? set : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        set => Volatile.Write(ref _limit, value);
    }

    /// <summary>True while cells that run shall end because there is too little memory left.</summary>
    public static bool IsExhausted
    {
        get => Volatile.Read(ref _exhausted) != 0;
        set
        {
            if (Interlocked.Exchange(ref _exhausted, value ? 1 : 0) == (value ? 1 : 0))
                return;
            if (value)
                CellStop.Add();
            else
                CellStop.Remove();
        }
    }
}
