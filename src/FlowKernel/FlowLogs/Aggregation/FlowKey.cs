using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Aggregation;

/// <summary>
/// What Traffic Analytics groups flows by: addresses, destination port, access control list and rule, direction and
/// protocol, as its documentation says, and what else its rows tell apart: interface, status and encryption.
/// The source port is not part of it.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/traffic-analytics-schema#data-aggregation</remarks>
/// <param name="IntervalStart">The start of the processing interval, UTC.</param>
/// <param name="Origin">Interface, flow log, access control list and rule.</param>
/// <param name="Source">The initiator.</param>
/// <param name="Destination">The responder.</param>
/// <param name="DestinationPort">The responder's port.</param>
/// <param name="Protocol">The IANA protocol number.</param>
/// <param name="Direction">Which way the flow began, seen from the captured interface.</param>
/// <param name="IsDenied">True for denied flows.</param>
/// <param name="Encryption">The encryption status.</param>
public readonly record struct FlowKey(
    DateTime IntervalStart,
    FlowOrigin Origin,
    IpNumber Source,
    IpNumber Destination,
    ushort DestinationPort,
    byte Protocol,
    TupleDirection Direction,
    bool IsDenied,
    EncryptionStatus Encryption)
{
    // Equal origins are one object inside an aggregator, so its identity stands for five texts.
    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Source.Bits,
        Destination.Bits,
        IntervalStart.Ticks,
        System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Origin),
        (DestinationPort << 16) | (Protocol << 8) | ((int)Direction << 5) | (IsDenied ? 16 : 0) | (int)Encryption);

    /// <summary>True when all parts are equal; origins by identity.</summary>
    public bool Equals(FlowKey other) =>
        ReferenceEquals(Origin, other.Origin) && Source == other.Source && Destination == other.Destination &&
        IntervalStart == other.IntervalStart && DestinationPort == other.DestinationPort &&
        Protocol == other.Protocol && Direction == other.Direction && IsDenied == other.IsDenied &&
        Encryption == other.Encryption;
}
