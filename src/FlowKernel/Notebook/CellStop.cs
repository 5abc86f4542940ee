using System.Runtime.CompilerServices;

namespace FlowKernel.Notebook;

/// <summary>
/// Whether any cell has a reason to stop: what the checks woven into C# cells look at, so it is one read of memory.
/// Why, and whether it concerns them, they ask only then.
/// </summary>
public static class CellStop
{
    private static int _reasons;

    /// <summary>True while some cell is interrupted, or memory is exhausted.</summary>
    public static bool IsDue
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref _reasons) != 0;
    }

    /// <summary>There is one more reason, until <see cref="Remove"/>.</summary>
    public static void Add() => Interlocked.Increment(ref _reasons);

    /// <summary>A reason is gone.</summary>
    public static void Remove() => Interlocked.Decrement(ref _reasons);
}
