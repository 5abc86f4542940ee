using FlowKernel.FlowLogs.Rows;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Store;

/// <summary>Writes the rows of NTATopologyDetails; a day's discovery replaces an earlier one of that day.</summary>
internal sealed class TopologyParts(StoreDatabase database, PartWriter parts)
{
    private static readonly StoreTable Table = StoreTable.TopologyDetails;

    /// <summary>The store's parts after the rows were added.</summary>
    public List<StorePart> Replace(List<StorePart> before, IReadOnlyList<TopologyRow> rows)
    {
        if (rows.Count == 0)
            return before;
        using var staging = new Staging<TopologyRow>(database, Table, Columns(rows));
        staging.Append(rows, 0);
        staging.Flush();
        var written = parts.Write(Table, staging.Name, staging.SelectList);
        var days = written.Select(p => p.Day).ToHashSet();
        return [.. before.Where(p => p.Table != Table.Name || !days.Contains(p.Day)), .. written];
    }

    private static List<StagingColumn<TopologyRow>> Columns(IReadOnlyList<TopologyRow> rows)
    {
        var filled = rows.SelectMany(r => r.Columns.Keys).ToHashSet(StringComparer.Ordinal);
        return [.. Table.Schema.Columns.Where(c => filled.Contains(c.Name)).Select(Column)];
    }

    private static StagingColumn<TopologyRow> Column(KqlColumn column) => column.Type switch
    {
        KqlType.Bool => new(column.Name, (to, r) => to.AppendValue((bool?)r.Columns.GetValueOrDefault(column.Name))),
        KqlType.Int => new(column.Name, (to, r) => to.AppendValue((int?)r.Columns.GetValueOrDefault(column.Name))),
        KqlType.Long => new(column.Name, (to, r) => to.AppendValue((long?)r.Columns.GetValueOrDefault(column.Name))),
        KqlType.DateTime => new(
            column.Name, (to, r) => to.AppendValue((DateTime?)r.Columns.GetValueOrDefault(column.Name))),
        _ => new(column.Name, (to, r) => to.AppendValue((string)r.Columns.GetValueOrDefault(column.Name, ""))),
    };
}
