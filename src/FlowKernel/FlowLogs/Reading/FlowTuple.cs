using System.Globalization;
using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>One flow tuple of a VNet flow log (version 4): its 13 fields, in order.</summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview#log-format</remarks>
/// <param name="TimestampMilliseconds">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Source">The initiator's address.</param>
/// <param name="Destination">The responder's address.</param>
/// <param name="SourcePort">The initiator's port.</param>
/// <param name="DestinationPort">The responder's port.</param>
/// <param name="Protocol">The IANA protocol number, such as 6 for TCP.</param>
/// <param name="Direction">Which way the flow began, seen from the captured interface.</param>
/// <param name="State">Where in its life the flow is.</param>
/// <param name="Encryption">Its encryption status.</param>
/// <param name="PacketsForward">Packets initiator to responder since the flow's previous tuple.</param>
/// <param name="BytesForward">Bytes, headers included, initiator to responder since the flow's previous tuple.</param>
/// <param name="PacketsBackward">Packets responder to initiator since the flow's previous tuple.</param>
/// <param name="BytesBackward">Bytes, headers included, responder to initiator since the flow's previous tuple.</param>
public readonly record struct FlowTuple(
    long TimestampMilliseconds,
    IpNumber Source,
    IpNumber Destination,
    ushort SourcePort,
    ushort DestinationPort,
    byte Protocol,
    TupleDirection Direction,
    FlowState State,
    EncryptionStatus Encryption,
    long PacketsForward = 0,
    long BytesForward = 0,
    long PacketsBackward = 0,
    long BytesBackward = 0)
{
    /// <summary>The instant in UTC.</summary>
    public DateTime Time => DateTime.UnixEpoch.AddMilliseconds(TimestampMilliseconds);

    /// <summary>The 13 comma-separated fields, as a flow log holds them.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimestampMilliseconds},{Source},{Destination},{SourcePort},{DestinationPort},{Protocol}," +
        $"{"IO"[(int)Direction]},{"BCED"[(int)State]},{Encryption.Code()}," +
        $"{PacketsForward},{BytesForward},{PacketsBackward},{BytesBackward}");
}
