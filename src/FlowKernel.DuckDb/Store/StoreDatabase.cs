using System.Globalization;
using DuckDB.NET.Data;
using FlowKernel.DuckDb.Emit;

namespace FlowKernel.DuckDb.Store;

/// <summary>The DuckDB in memory that a store's files are written with.</summary>
internal sealed class StoreDatabase : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _temporary;

    public StoreDatabase(string folder)
    {
        _temporary = Path.Combine(folder, $".import-{Guid.NewGuid():N}");
        _connection.Open();
        Run("SET TimeZone = 'UTC'; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; " +
            $"SET temp_directory = {SqlText.Text(_temporary)}; SET preserve_insertion_order = false; " +
            "SET memory_limit = '2GiB';");
    }

    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public DuckDBAppender Appender(string table) => _connection.CreateAppender(table);

    /// <summary>Writes a query's rows as Parquet, under a temporary name until the file is whole.</summary>
    public void Copy(string select, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        Run($"COPY ({select}) TO {SqlText.Text(temporary)} (FORMAT parquet, COMPRESSION zstd)");
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>A total; DuckDB's sums of BIGINT are HUGEINT.</summary>
    public static Int128 Total(object value) => value is DBNull
        ? 0
        : Int128.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _connection.Dispose();
        if (Directory.Exists(_temporary))
            Directory.Delete(_temporary, recursive: true);
    }
}
