using FlowKernel.FlowLogs.Aggregation;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Reading;
using FlowKernel.FlowLogs.Rows;

namespace FlowKernel.DuckDb.Store;

/// <summary>What one source became.</summary>
/// <param name="Source">The source.</param>
/// <param name="Findings">What could not be taken.</param>
/// <param name="Flows">Its flows, aggregated and enriched.</param>
/// <param name="Records">How many records it had.</param>
/// <param name="Totals">Sums over its tuples.</param>
internal sealed record SourceRows(
    IFlowSource Source, FlowLogFindings Findings, IReadOnlyList<EnrichedFlow> Flows, long Records, TrafficTotals Totals)
{
    private static readonly string[] NoFlowLog = ["FK0614", "FK0615", "FK0619"];

    /// <summary>False for what should be looked at again by a later import, as nothing came of it.</summary>
    public bool IsFlowLog => Records > 0 || !Findings.Kept.Any(f => NoFlowLog.Contains(f.Code));

    public static async Task<SourceRows> ReadAsync(
        IFlowSource source, StoreSettings settings, FlowEnricher enricher, CancellationToken cancellation)
    {
        var findings = new FlowLogFindings(source.ToString() ?? source.Name);
        var aggregator = new FlowAggregator(settings.Interval);
        var (records, totals) = (0L, default(TrafficTotals));
        try
        {
            await foreach (var record in source.ReadAsync(findings, cancellation))
            {
                records++;
                totals += TotalsOf(record);
                aggregator.Add(record);
            }
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            findings.Unreadable(damage.Message);
        }

        var flows = aggregator.Flows.Select(f => enricher.Enrich(f, settings.Interval)).ToList();
        return new(source, findings, flows, records, totals);
    }

    /// <summary>The rows of NTANetAnalytics.</summary>
    public IReadOnlyList<NetAnalyticsRow> Rows(PublicPeers peers) =>
        [.. peers == PublicPeers.Pack ? PeerPacking.Pack(Flows) : Flows.Select(f => f.Row)];

    private static TrafficTotals TotalsOf(FlowRecord record)
    {
        var totals = default(TrafficTotals);
        foreach (ref readonly var tuple in record.Tuples)
        {
            totals += new TrafficTotals(
                tuple.PacketsForward + tuple.PacketsBackward, tuple.BytesForward + tuple.BytesBackward, 1);
        }

        return totals;
    }
}
