namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>One connection.</summary>
/// <param name="Start">When it begins, in milliseconds since 1970.</param>
/// <param name="Milliseconds">How long it lasts.</param>
/// <param name="SourcePort">The opener's port.</param>
/// <param name="Forward">Bytes from opener to answerer.</param>
/// <param name="Backward">Bytes from answerer to opener.</param>
internal readonly record struct SampleFlow(
    long Start, long Milliseconds, ushort SourcePort, long Forward, long Backward);
