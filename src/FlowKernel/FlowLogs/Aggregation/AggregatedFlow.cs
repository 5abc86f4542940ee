namespace FlowKernel.FlowLogs.Aggregation;

/// <summary>One group of flows in one processing interval.</summary>
/// <param name="Key">What its flows have in common.</param>
/// <param name="Sums">What they add up to.</param>
public readonly record struct AggregatedFlow(FlowKey Key, FlowSums Sums);
