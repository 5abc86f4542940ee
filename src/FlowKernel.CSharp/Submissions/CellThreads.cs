namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The threads that run a cell's code at this moment: the one it began on, those of the pool that run its tasks and
/// what comes after its awaits, and those that it made itself. .NET tells when a thread takes a flow of execution up
/// and when it leaves it, so what library code does on the cell's behalf counts as well.
/// </summary>
internal sealed class CellThreads
{
    private static readonly AsyncLocal<CellThreads?> Current = new(Changed);

    /// <summary>The calling method, and all that it calls and starts, belongs to this cell from here on.</summary>
    public void Enter() => Current.Value = this;

    /// <summary>How many threads of the pool are inside.</summary>
    public int OfThePool => ThreadStay.Of(this).Count(s => s.IsOfThePool);

    /// <summary>Whether any thread is inside.</summary>
    public bool Any => ThreadStay.Of(this).Count > 0;

    /// <summary>
    /// Wakes every thread inside that waits for something, once while it is inside, by a
    /// <see cref="ThreadInterruptedException"/>; true when there was one.
    /// </summary>
    public bool Wake()
    {
        var any = false;
        foreach (var stay in ThreadStay.Of(this))
            any |= stay.Wake(this);
        return any;
    }

    // Called by .NET wherever it changes what flows on a thread; what is thrown here would end the process.
    private static void Changed(AsyncLocalValueChangedArgs<CellThreads?> change) =>
        ThreadStay.Become(change.CurrentValue);
}
