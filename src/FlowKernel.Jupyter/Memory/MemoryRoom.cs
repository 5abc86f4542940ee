namespace FlowKernel.Jupyter.Memory;

/// <summary>
/// How the memory of a kernel process is shared out, in bytes of the managed heap: <paramref name="Cells"/> is what
/// cells may hold, up to <paramref name="Hard"/> is for what happens until a cell has stopped, and up to
/// <paramref name="Last"/> for the kernel alone, when even that was taken.
/// </summary>
internal sealed record MemoryRoom(long Cells, long Hard, long Last)
{
    private const double Reserve = 0.1;
    private const long LeastReserve = 256L << 20;
    private const long LeastStep = 16L << 20;

    /// <summary>The room of a kernel whose cells may hold that much.</summary>
    public static MemoryRoom For(long cells)
    {
        var reserve = Math.Max(LeastReserve, (long)(cells * Reserve));
        return new MemoryRoom(cells, cells + reserve, cells + reserve + reserve / 2);
    }

    /// <summary>
    /// Where the next cell is stopped, when this much is held: a session that is full must still be able to run the
    /// cell that frees something, so each time half of what is left is given.
    /// </summary>
    public long MarkAbove(long held) => held < Cells ? Cells : held + Math.Max(LeastStep, (Hard - held) / 2);
}
