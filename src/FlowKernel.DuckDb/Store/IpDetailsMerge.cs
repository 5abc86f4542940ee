using FlowKernel.DuckDb.Emit;
using FlowKernel.FlowLogs.Enrichment;
using FlowKernel.FlowLogs.Rows;

namespace FlowKernel.DuckDb.Store;

/// <summary>
/// Brings new rows of NTAIpDetails together with those of earlier imports, so that no address stands twice.
/// </summary>
internal sealed class IpDetailsMerge(StoreDatabase database, StoreFiles files, PartWriter parts)
{
    private static readonly StoreTable Table = StoreTable.IpDetails;
    private static readonly string[] Described =
        ["FlowType", "PublicIpDetails", "Location", "ThreatType", "ThreatDescription", "DnsDomain", "Url", "Port"];

    /// <summary>The store's parts after the merge.</summary>
    public List<StorePart> Merge(List<StorePart> before, IReadOnlyList<IpDetailsRow> rows, IpDetailsRows granularity)
    {
        if (rows.Count == 0)
            return before;
        using var staging = new Staging<IpDetailsRow>(database, Table, StagingColumns.IpDetails);
        staging.Append(rows, 0);
        staging.Flush();
        var days = rows.Select(r => DateOnly.FromDateTime(r.TimeGenerated)).ToHashSet();
        var merged = before
            .Where(p => p.Table == Table.Name && (granularity == IpDetailsRows.PerAddress || days.Contains(p.Day)))
            .ToList();
        var union = $"(SELECT {staging.SelectList}, 1 AS generation FROM {staging.Name}{Earlier(merged)})";
        var written = parts.Write(Table, $"({Latest(union, granularity)})", staging.SelectList);
        return [.. before.Except(merged), .. written];
    }

    private string Earlier(List<StorePart> merged) => merged.Count == 0
        ? ""
        : " UNION ALL BY NAME SELECT *, 0 AS generation FROM " +
            FlowStore.Parquet(merged.Select(p => files.Absolute(p.Path)));

    // The latest description counts, as a whole; of the same time, the one imported last.
    private static string Latest(string union, IpDetailsRows granularity)
    {
        var names = Described.Select(SqlText.Identifier).ToList();
        var (key, start) = granularity == IpDetailsRows.PerAddress
            ? ("Ip, Ip__ip4", "min(FlowIntervalStartTime) AS FlowIntervalStartTime, ")
            : ("Ip, Ip__ip4, FlowIntervalStartTime", "");
        var described = string.Join(", ", names.Select(c => $"{c} := {c}"));
        return $"SELECT * EXCLUDE (latest), {string.Join(", ", names.Select(c => $"latest.{c} AS {c}"))} FROM (" +
            $"SELECT {key}, {start}max(TimeGenerated) AS TimeGenerated, " +
            "max(FlowIntervalEndTime) AS FlowIntervalEndTime, " +
            $"arg_max(struct_pack({described}), epoch_us(TimeGenerated) * 2 + generation) AS latest " +
            $"FROM {union} GROUP BY {key})";
    }
}
