using System.Globalization;
using FlowKernel.FlowLogs.Aggregation;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// A public peer as columns SrcPublicIps and DestPublicIps print it:
/// <c>ip|flowsStarted|flowsEnded|outPackets|inPackets|outBytes|inBytes</c>, entries separated by a space. Out is
/// initiator to responder.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/traffic-analytics-schema</remarks>
public static class PackedPeer
{
    /// <summary>The entry of one peer.</summary>
    public static string Text(string ip, FlowSums sums) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ip}|{sums.Begun + sums.Denied}|{sums.Ended}|{sums.PacketsForward}|{sums.PacketsBackward}|" +
        $"{sums.BytesForward}|{sums.BytesBackward}");
}
