namespace FlowKernel.FlowLogs.Reading;

/// <summary>Something that holds flow log records: a file, a blob, or records in memory.</summary>
public interface IFlowSource
{
    /// <summary>
    /// What it is, the same each time: a source of the same name replaces the rows of the earlier one.
    /// </summary>
    string Name { get; }

    /// <summary>Changes when the content does: an etag, or length and time of a file.</summary>
    string Version { get; }

    /// <summary>How many bytes there are to read, for progress.</summary>
    long Bytes { get; }

    /// <summary>Sorts sources by the hour that they cover, so that rows of one day are written together.</summary>
    string Hour { get; }

    /// <summary>The records. What cannot be taken goes to <paramref name="findings"/>.</summary>
    IAsyncEnumerable<FlowRecord> ReadAsync(FlowLogFindings findings, CancellationToken cancellation);
}
