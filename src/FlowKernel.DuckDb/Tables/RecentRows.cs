using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.DuckDb.Tables;

/// <summary>
/// A catalog whose tables show only rows with a TimeGenerated after a time, as a timespan beside a query does on Log
/// Analytics; tables without that column show all rows.
/// </summary>
internal sealed class RecentRows(ITableCatalog catalog, DateTime after) : ITableCatalog
{
    private const string TimeGenerated = "TimeGenerated";

    /// <summary>The catalog itself where there is no range, else with only the rows of the range before now.</summary>
    public static ITableCatalog Of(ITableCatalog catalog, DateTime now, TimeSpan? range) =>
        range is { } length ? new RecentRows(catalog, RangeStart.Of(now, length)) : catalog;

    /// <inheritdoc/>
    public DatabaseSchema Schema => catalog.Schema;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => catalog.Directories;

    /// <inheritdoc/>
    public TableSource? Find(string table) =>
        catalog.Find(table) is { } source && source.Schema.Columns.Any(IsTimeGenerated)
            ? Recent(source)
            : catalog.Find(table);

    private TableSource Recent(TableSource source) => source with
    {
        Sql = $"(SELECT {Columns(source)} FROM {source.Sql} WHERE {SqlText.Identifier(TimeGenerated)} > "
            + $"{SqlLiteral.Of(after, KqlType.DateTime)})",
        Within = source.Within is { } within ? times => Recent(within(times)) : null,
    };

    private static string Columns(TableSource source) => source.RowNumber is { } number ? $"*, {number}" : "*";

    private static bool IsTimeGenerated(KqlColumn column) =>
        column is { Name: TimeGenerated, Type: KqlType.DateTime };
}
