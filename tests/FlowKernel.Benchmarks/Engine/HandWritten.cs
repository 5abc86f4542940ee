using System.Globalization;
using DuckDB.NET.Data;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Store;
using FlowKernel.Notebook;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>DuckDB as somebody uses it who writes the SQL by hand: over the store's Parquet, or over tables.</summary>
internal sealed class HandWritten : IDisposable
{
    private static readonly (string Place, string Table)[] Tables =
        [("flows", "NTANetAnalytics"), ("addresses", "NTAIpDetails"), ("topology", "NTATopologyDetails")];

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly Func<string, string> _source;

    private HandWritten(EngineOptions options, Func<string, string> source)
    {
        _source = source;
        _connection.Open();
        var memory = options.MemoryLimit ?? Math.Min(MachineMemory.ForEngines / 2, EngineMemory.Most);
        Run(string.Create(
            CultureInfo.InvariantCulture,
            $"SET threads = {options.Threads}; SET memory_limit = '{memory >> 20}MiB';"));
        Run("SET TimeZone = 'UTC'; SET parquet_metadata_cache = true;");
        Run(EngineFiles.Read("Queries/macros.sql"));
    }

    /// <summary>Over the Parquet of a store.</summary>
    public static HandWritten OverParquet(string folder, EngineOptions options) =>
        new(options, table => $"read_parquet({SqlText.Text($"{folder}/{table}/*/*.parquet")})");

    /// <summary>Over tables of a DuckDB file, which is made once, in the order of the Parquet.</summary>
    public static HandWritten OverTables(string folder, EngineOptions options)
    {
        var file = Path.Combine(folder, "tables.duckdb");
        if (!File.Exists(file))
            MakeTables(folder, file, options);
        var written = new HandWritten(options, table => $"byhand.{table}");
        written.Run($"ATTACH {SqlText.Text(file)} AS byhand (READ_ONLY)");
        return written;
    }

    /// <summary>Runs a case's SQL and gives its rows to a reader of them.</summary>
    public T Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = Tables
            .Aggregate(sql, (s, t) => s.Replace($"{{{t.Place}}}", _source(t.Table), StringComparison.Ordinal))
            .Replace("{now}", $"{BenchmarkStore.Now:yyyy-MM-dd HH:mm:ss}", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        return read(reader);
    }

    public void Dispose() => _connection.Dispose();

    private static void MakeTables(string folder, string file, EngineOptions options)
    {
        File.Delete(file + ".tmp");
        using (var making = new HandWritten(options, _ => ""))
        {
            making.Run($"ATTACH {SqlText.Text(file + ".tmp")} AS byhand");
            making.Run("SET preserve_insertion_order = true");
            var manifest = new StoreFiles(folder).ReadManifest()!;
            foreach (var (_, table) in Tables)
            {
                var parts = manifest.Parts.Where(p => p.Table == table).Select(p => Path.Combine(folder, p.Path));
                making.Run($"CREATE TABLE byhand.{table} AS FROM {FlowStore.Parquet(parts)}");
            }
        }

        File.Move(file + ".tmp", file, overwrite: true);
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
