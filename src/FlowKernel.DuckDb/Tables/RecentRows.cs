using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.DuckDb.Tables;

/// <summary>
/// A catalog whose tables show only rows of a time, as a timespan beside a query does on Log Analytics; tables without
/// the column that says when a row was show all rows.
/// </summary>
internal sealed class RecentRows(ITableCatalog catalog, string column, IReadOnlyList<TimeBound> bounds) : ITableCatalog
{
    /// <summary>The catalog itself where the scope has no range, else with only the rows of its ranges.</summary>
    public static ITableCatalog Of(ITableCatalog catalog, QueryScope scope)
    {
        var recent = scope.Last is { } length
            ? new RecentRows(catalog, TimeRange.TimeGenerated, [new(">", RangeStart.Of(scope.Now, length))])
            : catalog;
        return scope.Range is { } range && BoundsOf(range) is { Count: > 0 } bounds
            ? new RecentRows(recent, range.Column, bounds)
            : recent;
    }

    /// <inheritdoc/>
    public DatabaseSchema Schema => catalog.Schema;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => catalog.Directories;

    /// <inheritdoc/>
    public TableSource? Find(string table) =>
        catalog.Find(table) is { } source && source.Schema.Columns.Any(IsTime)
            ? Recent(source)
            : catalog.Find(table);

    private static List<TimeBound> BoundsOf(TimeRange range)
    {
        var bounds = new List<TimeBound>();
        if (range.From is { } from)
            bounds.Add(new(">=", from));
        if (range.To is { } to)
            bounds.Add(new("<", to));
        return bounds;
    }

    private TableSource Recent(TableSource source) => source with
    {
        Sql = $"(SELECT {Columns(source)} FROM {source.Sql} WHERE {string.Join(" AND ", bounds.Select(Condition))})",
        Within = source.Within is { } within ? times => Recent(within(times)) : null,
    };

    private string Condition(TimeBound bound) =>
        $"{SqlText.Identifier(column)} {bound.Operator} {SqlLiteral.Of(bound.Time, KqlType.DateTime)}";

    private static string Columns(TableSource source) => source.RowNumber is { } number ? $"*, {number}" : "*";

    private bool IsTime(KqlColumn candidate) => candidate.Name == column && candidate.Type == KqlType.DateTime;
}

/// <summary>One side of a stretch of time, as SQL compares with it.</summary>
internal readonly record struct TimeBound(string Operator, DateTime Time);
