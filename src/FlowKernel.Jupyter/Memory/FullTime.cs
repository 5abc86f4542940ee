namespace FlowKernel.Jupyter.Memory;

/// <summary>
/// Tells when memory has been full for so long that nothing will free it.
/// </summary>
internal sealed class FullTime(TimeProvider clock, TimeSpan most)
{
    private long? _since;

    /// <summary>Takes note of whether memory is full now; true once it has been for too long.</summary>
    public bool IsTooLong(bool isFull)
    {
        if (!isFull)
            _since = null;
        else
            _since ??= clock.GetTimestamp();
        return _since is { } since && clock.GetElapsedTime(since) > most;
    }
}
