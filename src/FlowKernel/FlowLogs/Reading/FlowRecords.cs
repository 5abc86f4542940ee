namespace FlowKernel.FlowLogs.Reading;

/// <summary>Flow log records in memory, such as made ones.</summary>
/// <param name="name">What they are; the same name replaces the rows of earlier ones.</param>
/// <param name="version">Changes when they do.</param>
/// <param name="records">The records.</param>
public sealed class FlowRecords(string name, string version, IReadOnlyList<FlowRecord> records) : IFlowSource
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Version => version;

    /// <inheritdoc/>
    public long Bytes => 0;

    /// <inheritdoc/>
    public string Hour => name;

    /// <inheritdoc/>
    public IAsyncEnumerable<FlowRecord> ReadAsync(FlowLogFindings findings, CancellationToken cancellation) =>
        records.ToAsyncEnumerable();
}
