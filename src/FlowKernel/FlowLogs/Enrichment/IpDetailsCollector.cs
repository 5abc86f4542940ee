using System.Collections.Concurrent;
using FlowKernel.FlowLogs.Addresses;
using FlowKernel.FlowLogs.Rows;
using FlowKernel.FlowLogs.Topology;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>Gathers the rows of NTAIpDetails from the public ends of flows. Safe for many callers.</summary>
/// <param name="granularity">One row a public address, or one for each interval too.</param>
public sealed class IpDetailsCollector(IpDetailsRows granularity)
{
    private readonly ConcurrentDictionary<(IpNumber Ip, DateTime Interval), IpDetailsRow> _rows = [];

    /// <summary>Takes the public ends of a flow.</summary>
    public void Add(EnrichedFlow flow)
    {
        Add(flow.SourceAddress, flow.Source, flow.Row);
        Add(flow.DestinationAddress, flow.Destination, flow.Row);
    }

    /// <summary>The rows so far, which are then forgotten.</summary>
    public IReadOnlyList<IpDetailsRow> Drain()
    {
        var rows = _rows.Values.OrderBy(r => r.TimeGenerated).ThenBy(r => r.Ip, StringComparer.Ordinal).ToList();
        _rows.Clear();
        return rows;
    }

    private void Add(IpNumber address, Endpoint end, NetAnalyticsRow flow)
    {
        if (!end.IsPublic)
            return;
        var interval = granularity == IpDetailsRows.PerInterval ? flow.FlowIntervalStartTime : default;
        _rows.AddOrUpdate(
            (address, interval), static (key, arg) => Row(key.Ip, arg.end, arg.flow),
            static (_, row, arg) => Widen(row, arg.flow), (end, flow));
    }

    private static IpDetailsRow Widen(IpDetailsRow row, NetAnalyticsRow flow) =>
        flow.FlowIntervalStartTime >= row.FlowIntervalStartTime && flow.FlowIntervalEndTime <= row.FlowIntervalEndTime
            ? row
            : row with
            {
                TimeGenerated = Later(row.TimeGenerated, flow.TimeGenerated),
                FlowIntervalStartTime = Earlier(row.FlowIntervalStartTime, flow.FlowIntervalStartTime),
                FlowIntervalEndTime = Later(row.FlowIntervalEndTime, flow.FlowIntervalEndTime),
            };

    private static IpDetailsRow Row(IpNumber address, Endpoint end, NetAnalyticsRow flow)
    {
        var threat = end.Owner?.Threat;
        return new()
        {
            TimeGenerated = flow.TimeGenerated,
            FlowIntervalStartTime = flow.FlowIntervalStartTime,
            FlowIntervalEndTime = flow.FlowIntervalEndTime,
            Ip = address.ToString(),
            Ip4 = address.V4,
            FlowType = FlowTypes.OfPublic(end.Kind),
            PublicIpDetails = end.Owner?.Details ?? "",
            Location = end.Owner?.Location ?? "",
            ThreatType = threat?.Type ?? "",
            ThreatDescription = threat?.Description ?? "",
            DnsDomain = threat?.Domain ?? "",
            Url = threat?.Url ?? "",
            Port = threat?.Port,
        };
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
