using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Sample;

/// <summary>What one network interface logged in one hour.</summary>
/// <param name="Path">The blob's path in the container, with slashes.</param>
/// <param name="Hour">The start of the hour, in UTC.</param>
/// <param name="Records">The records, in order of time.</param>
public sealed record SampleBlob(string Path, DateTime Hour, IReadOnlyList<FlowRecord> Records);
