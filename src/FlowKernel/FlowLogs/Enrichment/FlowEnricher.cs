using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Aggregation;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Rows;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>Makes rows of NTANetAnalytics from aggregated flows. Safe for many callers.</summary>
/// <remarks>
/// Where Traffic Analytics in Azure differs, on purpose:
/// TimeGenerated is the start of the processing interval, not the time of ingestion, so that a query by day counts a
/// flow on the day on which it flowed, whenever it was imported.
/// Without a topology, the captured side of a flow counts as inside the network that its flow log names.
/// </remarks>
public sealed class FlowEnricher(EnrichmentSources sources, DateTime processed)
{
    private readonly EndpointLookup _endpoints = new(sources);
    private readonly OriginLookup _origins = new(sources.Map);

    /// <summary>The row of one group of flows.</summary>
    /// <param name="flow">The group.</param>
    /// <param name="interval">The length of its processing interval.</param>
    public EnrichedFlow Enrich(AggregatedFlow flow, TimeSpan interval)
    {
        var key = flow.Key;
        var origin = _origins.Find(key.Origin);
        var source = Find(key.Source, origin, key.Direction == TupleDirection.Outbound);
        var destination = Find(key.Destination, origin, key.Direction == TupleDirection.Inbound);
        var row = EndpointColumns.Fill(Base(flow, interval, origin), source, destination, sources.Map);
        row = PublicColumns(row, flow.Sums, source, destination);
        return new(row, key.Source, source, key.Destination, destination);
    }

    private Endpoint Find(IpNumber address, OriginColumns origin, bool isCapturedSide)
    {
        var end = _endpoints.Find(address, origin.Network);
        return !isCapturedSide || end.Kind != EndpointKind.Private || origin.Network == "" ? end : end with
        {
            Kind = EndpointKind.Network,
            Network = origin.Network,
            Subscription = origin.Network.Split('/')[0],
        };
    }

    private NetAnalyticsRow Base(AggregatedFlow flow, TimeSpan interval, OriginColumns origin)
    {
        var (key, sums) = (flow.Key, flow.Sums);
        var isInbound = key.Direction == TupleDirection.Inbound;
        return new()
        {
            TimeGenerated = key.IntervalStart,
            TimeProcessed = processed,
            FlowIntervalStartTime = key.IntervalStart,
            FlowIntervalEndTime = key.IntervalStart + interval,
            FlowStartTime = DateTime.UnixEpoch.AddMilliseconds(sums.First),
            FlowEndTime = DateTime.UnixEpoch.AddMilliseconds(sums.Last),
            SrcIp = key.Source.ToString(),
            DestIp = key.Destination.ToString(),
            SrcIp4 = key.Source.V4,
            DestIp4 = key.Destination.V4,
            SrcPorts = sums.SourcePortList,
            DestPort = key.DestinationPort,
            L4Protocol = IpProtocols.Name(key.Protocol),
            L7Protocol = WellKnownPorts.Name(key.Protocol, key.DestinationPort),
            FlowDirection = isInbound ? "Inbound" : "Outbound",
            FlowStatus = key.IsDenied ? "Denied" : "Allowed",
            FlowEncryption = key.Encryption.Phrase(),
            AclGroup = origin.AclGroup,
            AclRule = key.Origin.Rule,
            MacAddress = key.Origin.MacAddress,
            FlowLogResourceId = origin.FlowLogResourceId,
            TargetResourceId = origin.TargetResourceId,
            TargetResourceType = origin.TargetResourceType,
            AllowedInFlows = isInbound ? sums.Begun : 0,
            AllowedOutFlows = isInbound ? 0 : sums.Begun,
            DeniedInFlows = isInbound ? sums.Denied : 0,
            DeniedOutFlows = isInbound ? 0 : sums.Denied,
            CompletedFlows = sums.Ended,
            RecordCount = sums.Tuples,
            PacketsSrcToDest = sums.PacketsForward,
            PacketsDestToSrc = sums.PacketsBackward,
            BytesSrcToDest = sums.BytesForward,
            BytesDestToSrc = sums.BytesBackward,
            IsFlowCapturedAtUdrHop = sources.Map.IsHop(key.Origin.MacAddress, key.Source, key.Destination),
        };
    }

    private static NetAnalyticsRow PublicColumns(
        NetAnalyticsRow row, FlowSums sums, Endpoint source, Endpoint destination)
    {
        if (!source.IsPublic && !destination.IsPublic)
            return row;
        var owner = (source.IsPublic ? source : destination).Owner;
        var isAzure = (source.IsPublic ? source : destination).Kind == EndpointKind.AzurePublic;
        return row with
        {
            SrcPublicIps = source.IsPublic ? PackedPeer.Text(row.SrcIp, sums) : "",
            DestPublicIps = destination.IsPublic ? PackedPeer.Text(row.DestIp, sums) : "",
            SrcServiceTags = Tag(row.SrcIp, source),
            DestServiceTags = Tag(row.DestIp, destination),
            AzureRegion = isAzure ? owner?.Location ?? "" : "",
            Country = isAzure ? "" : owner?.Location ?? "",
        };
    }

    private static string Tag(string ip, Endpoint end) =>
        end.Owner is { ServiceTag.Length: > 0 } owner ? $"{ip}|{owner.ServiceTag}" : "";
}
