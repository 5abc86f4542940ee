namespace FlowKernel.Notebook;

/// <summary>
/// The memory that this process may take, split once. A kernel keeps a part for what cells hold
/// (<see cref="KeepForCells"/>) and 1 GiB for its script engines; what is left is for the embedded engines, at least
/// 256 MiB: on machines of less than 4 GiB the sum can be more than there is. Without a kernel all is for the engines.
/// </summary>
public static class MachineMemory
{
    // The KQL language may take 768 MiB; charts take the rest.
    private const long Scripts = 1L << 30;
    private const long Least = 256L << 20;
    private static long _cells;

    /// <summary>
    /// What there is, in bytes: the machine's memory, or the container's. Taken down before the heap is limited, since
    /// .NET reports that limit from then on.
    /// </summary>
    public static long Available { get; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>What embedded engines may take together, in bytes.</summary>
    public static long ForEngines => Volatile.Read(ref _cells) is > 0 and var cells
        ? EnginesBeside(cells, Available)
        : Available;

    /// <summary>From now on so many bytes are for the managed heap.</summary>
    public static void KeepForCells(long bytes) => Volatile.Write(ref _cells, bytes);

    /// <summary>What is left of <paramref name="available"/> bytes beside cells that take so many.</summary>
    public static long EnginesBeside(long cells, long available) => Math.Max(Least, available - cells - Scripts);
}
