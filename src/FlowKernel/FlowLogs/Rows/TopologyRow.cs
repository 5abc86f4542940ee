namespace FlowKernel.FlowLogs.Rows;

/// <summary>A row of NTATopologyDetails: one resource, as one discovery found it.</summary>
/// <param name="Columns">The columns that are filled, by name: a text, bool, int or long each.</param>
public sealed record TopologyRow(IReadOnlyDictionary<string, object> Columns);
