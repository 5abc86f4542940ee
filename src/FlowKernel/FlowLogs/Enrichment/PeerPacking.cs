using FlowKernel.FlowLogs.Rows;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// Folds rows that differ only in their public peer into one, as <see cref="PublicPeers.Pack"/> says.
/// </summary>
public static class PeerPacking
{
    /// <summary>So many peers fit a row; the next ones begin another.</summary>
    public const int MostPeers = 1000;

    /// <summary>The rows of one interval, packed; rows of other flow types come back as they are.</summary>
    public static IEnumerable<NetAnalyticsRow> Pack(IEnumerable<EnrichedFlow> flows)
    {
        var groups = flows.GroupBy(f => IsPacked(f) ? Common(f) : f.Row);
        foreach (var peers in groups.SelectMany(g => g.Chunk(MostPeers)))
            yield return IsPacked(peers[0]) ? Fold(peers) : peers[0].Row;
    }

    private static bool IsPacked(EnrichedFlow flow) => flow.Row.FlowType is "AzurePublic" or "ExternalPublic";

    // What packed rows share; the record's own equality does the grouping.
    private static NetAnalyticsRow Common(EnrichedFlow flow) => flow.Row with
    {
        SrcIp = flow.Source.IsPublic ? "" : flow.Row.SrcIp,
        SrcIp4 = flow.Source.IsPublic ? null : flow.Row.SrcIp4,
        DestIp = flow.Destination.IsPublic ? "" : flow.Row.DestIp,
        DestIp4 = flow.Destination.IsPublic ? null : flow.Row.DestIp4,
        SrcServiceTags = flow.Source.Owner?.ServiceTag ?? "",
        DestServiceTags = flow.Destination.Owner?.ServiceTag ?? "",
        SrcPublicIps = "",
        DestPublicIps = "",
        SrcPorts = "",
        FlowStartTime = default,
        FlowEndTime = default,
        AllowedInFlows = 0,
        AllowedOutFlows = 0,
        DeniedInFlows = 0,
        DeniedOutFlows = 0,
        CompletedFlows = 0,
        RecordCount = 0,
        PacketsSrcToDest = 0,
        PacketsDestToSrc = 0,
        BytesSrcToDest = 0,
        BytesDestToSrc = 0,
    };

    private static NetAnalyticsRow Fold(EnrichedFlow[] peers) => Common(peers[0]) with
    {
        SrcServiceTags = Tags(peers.Select(p => (p.Row.SrcIp, p.Source.Owner?.ServiceTag))),
        DestServiceTags = Tags(peers.Select(p => (p.Row.DestIp, p.Destination.Owner?.ServiceTag))),
        SrcPublicIps = Join(peers.Select(p => p.Row.SrcPublicIps)),
        DestPublicIps = Join(peers.Select(p => p.Row.DestPublicIps)),
        SrcPorts = Ports(peers),
        FlowStartTime = peers.Min(p => p.Row.FlowStartTime),
        FlowEndTime = peers.Max(p => p.Row.FlowEndTime),
        AllowedInFlows = peers.Sum(p => p.Row.AllowedInFlows),
        AllowedOutFlows = peers.Sum(p => p.Row.AllowedOutFlows),
        DeniedInFlows = peers.Sum(p => p.Row.DeniedInFlows),
        DeniedOutFlows = peers.Sum(p => p.Row.DeniedOutFlows),
        CompletedFlows = peers.Sum(p => p.Row.CompletedFlows),
        RecordCount = peers.Sum(p => p.Row.RecordCount),
        PacketsSrcToDest = peers.Sum(p => p.Row.PacketsSrcToDest),
        PacketsDestToSrc = peers.Sum(p => p.Row.PacketsDestToSrc),
        BytesSrcToDest = peers.Sum(p => p.Row.BytesSrcToDest),
        BytesDestToSrc = peers.Sum(p => p.Row.BytesDestToSrc),
    };

    private static string Join(IEnumerable<string> entries) => string.Join(' ', entries.Where(e => e.Length > 0));

    private static string Tags(IEnumerable<(string Ip, string? Tag)> peers) => Join(peers
        .Where(p => !string.IsNullOrEmpty(p.Tag))
        .GroupBy(p => p.Tag, p => p.Ip, StringComparer.Ordinal)
        .Select(g => $"{string.Join(' ', g.Distinct(StringComparer.Ordinal))}|{g.Key}"));

    private static string Ports(IEnumerable<EnrichedFlow> peers)
    {
        var ports = peers.SelectMany(p => p.Row.SrcPorts.Split('|')).Distinct(StringComparer.Ordinal);
        return string.Join('|', ports.Take(Aggregation.SourcePorts.Limit));
    }
}
