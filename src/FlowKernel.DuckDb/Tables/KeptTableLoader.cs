using DuckDB.NET.Data;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.DuckDb.Tables;

/// <summary>
/// Brings kept results into DuckDB, each one once, when a query first names it; one that was replaced goes.
/// </summary>
internal sealed class KeptTableLoader(KeptTables kept, Lazy<DuckDbInstance> instance)
{
    private readonly Dictionary<string, (KqlTable Table, TableSource Source)> _loaded = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>
    /// The kept result of that name as DuckDB has it, or null. Throws <see cref="DiagnosticException"/> for one with
    /// values that DuckDB does not hold (FK0145).
    /// </summary>
    public TableSource? Find(string name)
    {
        if (kept.Find(name) is not { } table)
            return null;
        lock (_gate)
        {
            if (_loaded.TryGetValue(name, out var loaded) && ReferenceEquals(loaded.Table, table))
                return loaded.Source;

            if (DecimalRange.MistakeIn(name, table) is { } mistake)
                throw new DiagnosticException(mistake);
            var source = Load(name, table, loaded.Source);
            _loaded[name] = (table, source);
            return source;
        }
    }

    private TableSource Load(string name, KqlTable table, TableSource? replaced)
    {
        var sqlName = $"kept_{SqlText.Number(++_count)}";
        var columns = table.Columns.Select((c, i) => new KqlColumn(Column(i), c.Type)).ToList();
        using var connection = instance.Value.Connect();
        if (replaced is not null)
            Drop(connection, replaced);
        TableFill.Create(connection, "TABLE", sqlName, columns, table, CancellationToken.None);
        return new TableSource(new TableSchema(name, table.Columns), sqlName)
        {
            ColumnNames = table.Columns.Index().ToDictionary(p => p.Item.Name, p => Column(p.Index)),
            HasNullText = false,
        };
    }

    /// <summary>KQL's names may differ by case alone, DuckDB's may not.</summary>
    private static string Column(int index) => $"c{SqlText.Number(index)}";

    private static void Drop(DuckDBConnection connection, TableSource replaced)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP TABLE {replaced.Sql};";
        command.ExecuteNonQuery();
    }
}
