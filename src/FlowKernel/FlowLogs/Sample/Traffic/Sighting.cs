using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Sample.Estate;

namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>One interface's view of a conversation: what it logs of every flow.</summary>
/// <param name="Host">Whose interface.</param>
/// <param name="Direction">Which way the flow goes, seen from it.</param>
/// <param name="Source">The opener's address, as seen there.</param>
/// <param name="Destination">The answerer's address, as seen there.</param>
/// <param name="Verdict">What its network security group says.</param>
internal sealed record Sighting(
    SampleHost Host, TupleDirection Direction, IpNumber Source, IpNumber Destination, Verdict Verdict);
