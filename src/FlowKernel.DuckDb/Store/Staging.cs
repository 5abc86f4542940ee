using DuckDB.NET.Data;
using FlowKernel.DuckDb.Emit;

namespace FlowKernel.DuckDb.Store;

/// <summary>Rows of one table on their way to Parquet.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
internal sealed class Staging<T> : IDisposable
{
    private readonly StoreDatabase _database;
    private readonly StoreTable _table;
    private readonly IReadOnlyList<StagingColumn<T>> _columns;
    private DuckDBAppender? _appender;

    public Staging(StoreDatabase database, StoreTable table, IReadOnlyList<StagingColumn<T>> columns)
    {
        (_database, _table, _columns) = (database, table, columns);
        var filled = columns.Select(c => c.Name).ToList();
        SelectList = table.SelectList(filled.ToHashSet(StringComparer.Ordinal));
        if (table.HasSource)
            filled.Add(StoreTable.SourceColumn);
        database.Run($"CREATE TABLE {Name} ({table.StagingColumns(filled)})");
    }

    /// <summary>The staging table, quoted.</summary>
    public string Name => SqlText.Identifier(_table.Name);

    /// <summary>The select list that makes whole rows from staged ones.</summary>
    public string SelectList { get; }

    /// <summary>How many rows wait.</summary>
    public long Count { get; private set; }

    public void Append(IReadOnlyList<T> rows, int source)
    {
        _appender ??= _database.Appender(_table.Name);
        foreach (var row in rows)
        {
            var to = _appender.CreateRow();
            foreach (var column in _columns)
                column.Append(to, row);
            if (_table.HasSource)
                to.AppendValue(source);
            to.EndRow();
        }

        Count += rows.Count;
    }

    /// <summary>Makes the appended rows visible to queries.</summary>
    public void Flush()
    {
        _appender?.Dispose();
        _appender = null;
    }

    public void Clear()
    {
        _database.Run($"TRUNCATE {Name}");
        Count = 0;
    }

    public void Dispose() => Flush();
}
