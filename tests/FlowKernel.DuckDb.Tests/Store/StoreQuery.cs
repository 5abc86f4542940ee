using System.Globalization;
using DuckDB.NET.Data;
using FlowKernel.DuckDb.Store;

namespace FlowKernel.DuckDb.Tests.Store;

/// <summary>Reads a store's tables with plain SQL.</summary>
internal static class StoreQuery
{
    /// <summary>Rows as texts, columns joined by a bar; TABLE stands for the table's source.</summary>
    public static List<string> Rows(FlowStore store, string table, string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("TABLE", store.Find(table)!.Sql, StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "null",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
