namespace FlowKernel.Jupyter.Memory;

/// <summary>
/// How the memory of a kernel process is shared out, in bytes of the managed heap: <paramref name="Cells"/> is what
/// cells may hold, up to <paramref name="Hard"/> is for what happens until a cell has stopped, and up to
/// <paramref name="Last"/>, in <see cref="Steps"/>, for the kernel and for what stops only when it is refused memory.
/// </summary>
internal sealed record MemoryRoom(long Cells, long Hard, long Last)
{
    private const double Reserve = 0.1;
    private const double Most = 0.9;
    private const long LeastReserve = 256L << 20;
    private const long LeastStep = 16L << 20;

    /// <summary>
    /// The limits of the heap, least first. So close together that whatever doubles is refused at each of them, which
    /// is an end that a cell can be told; and for small objects always far enough away: close to its limit .NET
    /// collects garbage for every few bytes, and hardly anything else goes on.
    /// </summary>
    public IReadOnlyList<long> Steps
    {
        get
        {
            var steps = new List<long> { Hard };
            while (steps[^1] < Last)
                steps.Add(Math.Min(Last, steps[^1] + steps[^1] / 4));
            return steps;
        }
    }

    /// <summary>What is held beyond this is not being stopped, and what remains is needed to say so.</summary>
    public long Hopeless => Last - (Last - Hard) / 4;

    /// <summary>The room of a kernel whose cells may hold that much.</summary>
    /// <param name="cells">What cells may hold, in bytes.</param>
    /// <param name="available">What the process may take of the machine, in bytes.</param>
    public static MemoryRoom For(long cells, long available)
    {
        var reserve = Math.Max(LeastReserve, (long)(cells * Reserve));
        var hard = cells + reserve;
        return new MemoryRoom(cells, hard, Math.Max(hard + reserve / 2, Math.Min(2 * hard, (long)(available * Most))));
    }

    /// <summary>
    /// Where the next cell is stopped, when this much is held: a session that is full must still be able to run the
    /// cell that frees something, so each time half of what is left is given.
    /// </summary>
    public long MarkAbove(long held) => held < Cells ? Cells : held + Math.Max(LeastStep, (Hard - held) / 2);
}
