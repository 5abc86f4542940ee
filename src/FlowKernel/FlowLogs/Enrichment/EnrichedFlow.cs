using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Rows;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>A row, and what its two ends are.</summary>
/// <param name="Row">The row, with both addresses.</param>
/// <param name="SourceAddress">The initiator.</param>
/// <param name="Source">What the initiator is.</param>
/// <param name="DestinationAddress">The responder.</param>
/// <param name="Destination">What the responder is.</param>
public sealed record EnrichedFlow(
    NetAnalyticsRow Row, IpNumber SourceAddress, Endpoint Source, IpNumber DestinationAddress, Endpoint Destination);
