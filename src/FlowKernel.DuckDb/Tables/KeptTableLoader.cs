using DuckDB.NET.Data;
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

    /// <summary>The kept result of that name as DuckDB has it, or null.</summary>
    public TableSource? Find(string name)
    {
        if (kept.Find(name) is not { } table)
            return null;
        lock (_gate)
        {
            if (_loaded.TryGetValue(name, out var loaded) && ReferenceEquals(loaded.Table, table))
                return loaded.Source;

            var source = Load(name, table, loaded.Source);
            _loaded[name] = (table, source);
            return source;
        }
    }

    private TableSource Load(string name, KqlTable table, TableSource? replaced)
    {
        var sqlName = $"kept_{SqlText.Number(++_count)}";
        var columns = table.Columns.Select((c, i) => $"{Column(i)} {SqlTypes.Of(c.Type)}");
        using var connection = instance.Value.Connect();
        using var command = connection.CreateCommand();
        var drop = replaced is null ? "" : $"DROP TABLE {replaced.Sql};";
        command.CommandText = $"{drop} CREATE TABLE {sqlName} ({string.Join(", ", columns)});";
        command.ExecuteNonQuery();
        Fill(connection, sqlName, table);
        return new TableSource(new TableSchema(name, table.Columns), sqlName)
        {
            ColumnNames = table.Columns.Index().ToDictionary(p => p.Item.Name, p => Column(p.Index)),
            HasNullText = false,
        };
    }

    /// <summary>KQL's names may differ by case alone, DuckDB's may not.</summary>
    private static string Column(int index) => $"c{SqlText.Number(index)}";

    private static void Fill(DuckDBConnection connection, string sqlName, KqlTable table)
    {
        using var appender = connection.CreateAppender(sqlName);
        for (var row = 0; row < table.RowCount; row++)
        {
            var line = appender.CreateRow();
            foreach (var vector in table.Vectors)
                Append(line, vector[row]);
            line.EndRow();
        }
    }

    private static IDuckDBAppenderRow Append(IDuckDBAppenderRow row, object? value) => value switch
    {
        null => row.AppendNullValue(),
        bool flag => row.AppendValue(flag),
        int number => row.AppendValue(number),
        long number => row.AppendValue(number),
        double number => row.AppendValue(number),
        decimal number => row.AppendValue(number),
        string text => row.AppendValue(text),
        DateTime time => row.AppendValue(time),
        TimeSpan span => row.AppendValue(span.Ticks),
        Guid guid => row.AppendValue(guid),
        DynamicValue dynamic => row.AppendValue(dynamic.Json),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no KQL value.", nameof(value)),
    };
}
