using DuckDB.NET.Data;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Tables;

/// <summary>Writes a table's rows into one of DuckDB's.</summary>
internal static class TableFill
{
    private const int CheckEvery = 0xFFFF;

    /// <summary>Makes the table, temporary for a connection or for all of them, and fills it.</summary>
    public static void Create(
        DuckDBConnection connection, string kind, string sqlName, IReadOnlyList<KqlColumn> columns, KqlTable table,
        CancellationToken cancellation)
    {
        var types = columns.Select(c => $"{SqlText.Identifier(c.Name)} {SqlTypes.Of(c.Type)}");
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE {kind} {sqlName} ({string.Join(", ", types)});";
        command.ExecuteNonQuery();
        Fill(connection, sqlName, table, cancellation);
    }

    private static void Fill(
        DuckDBConnection connection, string sqlName, KqlTable table, CancellationToken cancellation)
    {
        using var appender = connection.CreateAppender(sqlName);
        for (var row = 0; row < table.RowCount; row++)
        {
            if ((row & CheckEvery) == 0)
                cancellation.ThrowIfCancellationRequested();
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
