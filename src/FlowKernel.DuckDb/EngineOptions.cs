namespace FlowKernel.DuckDb;

/// <summary>How much of the machine the embedded engine may use.</summary>
public sealed record EngineOptions
{
    /// <summary>The most memory that queries take before they use the disk, in bytes; half of what there is.</summary>
    public long MemoryLimit { get; init; } = Math.Max(256L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2);

    /// <summary>The most processor cores that queries use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder for what does not fit into memory; made when needed, removed at the end.</summary>
    public string TemporaryDirectory { get; init; } =
        Path.Combine(Path.GetTempPath(), $"flowkernel-{Guid.NewGuid():N}");
}
