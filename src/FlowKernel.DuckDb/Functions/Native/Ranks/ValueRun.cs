namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>Values side by side in memory.</summary>
internal readonly unsafe struct ValueRun(long* start, long length)
{
    /// <summary>The first.</summary>
    public long* Start => start;

    /// <summary>Behind the last.</summary>
    public long* End => start + length;

    /// <summary>How many.</summary>
    public long Length => length;
}
