using FlowKernel.DuckDb.External;

namespace FlowKernel.DuckDb;

/// <summary>What of the machine the embedded engine may use.</summary>
public sealed record EngineOptions
{
    /// <summary>
    /// The most memory that queries take before they use the disk, in bytes; null for half of what engines opened
    /// before have left of <see cref="FlowKernel.Notebook.MachineMemory.ForEngines"/>, at most 4 GiB. Users set it with
    /// <see cref="EngineMemorySetting.Variable"/>. The values of which percentiles are asked may take a quarter as much besides.
    /// </summary>
    public long? MemoryLimit { get; init; }

    /// <summary>The places whose files queries may read with <c>externaldata</c>; none unless the user has allowed some.</summary>
    public DataPlaces Places { get; init; } = DataPlaces.None;

    /// <summary>The most processor cores that queries use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder for what does not fit into memory; made when needed, removed at the end.</summary>
    public string TemporaryDirectory { get; init; } =
        Path.Combine(Path.GetTempPath(), $"flowkernel-{Guid.NewGuid():N}");
}
