using System.Globalization;
using DuckDB.NET.Data;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

namespace FlowKernel.DuckDb;

/// <summary>
/// One DuckDB in memory, locked down: it reads the folders it was opened for, loads no extension, and its settings
/// cannot be changed by a query.
/// </summary>
internal sealed class DuckDbInstance : IDisposable
{
    private const int PartForValues = 4;
    private static readonly TimeSpan MostWaiting = TimeSpan.FromSeconds(1);

    private readonly EngineOptions _options;
    private readonly DuckDBConnection _root;
    private readonly ValueMemory _values;
    private readonly Lock _gate = new();
    private long _share;

    /// <summary>Opens an instance that may read these folders.</summary>
    public DuckDbInstance(IReadOnlyList<string> directories, EngineOptions options)
    {
        _options = options;
        _share = options.MemoryLimit is null ? EngineMemory.OfTheProcess.Take() : 0;
        var memory = options.MemoryLimit ?? _share;
        _values = new ValueMemory(memory / PartForValues, options.TemporaryDirectory);
        _root = new DuckDBConnection("DataSource=:memory:");
        _root.Open();
        Functions.NativeFunctions.Register(_root, _values);
        Run(EmitMacros.Sql);
        Run(string.Join('\n', Settings(directories, options, memory)));
    }

    /// <summary>The queries that run, or still free what they held.</summary>
    public RunningQueries Running { get; } = new();

    /// <summary>A connection for one query.</summary>
    public DuckDBConnection Connect()
    {
        lock (_gate)
        {
            var connection = _root.Duplicate();
            connection.Open();
            return connection;
        }
    }

    /// <summary>
    /// Opens a DuckDB file for reading, beside other processes that read it; its name in SQL, or null where that fails.
    /// </summary>
    public string? TryAttach(string file, string name)
    {
        if (!File.Exists(file))
            return null;
        lock (_gate)
        {
            try
            {
                Run($"ATTACH {SqlText.Text(file)} AS {name} (READ_ONLY);");
                return name;
            }
            catch (DuckDBException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Running.Wait(MostWaiting);
        _root.Dispose();
        _values.Dispose();
        if (Interlocked.Exchange(ref _share, 0) is > 0 and var share)
            EngineMemory.OfTheProcess.Return(share);
        if (Directory.Exists(_options.TemporaryDirectory))
            Directory.Delete(_options.TemporaryDirectory, recursive: true);
    }

    private static IEnumerable<string> Settings(
        IReadOnlyList<string> directories, EngineOptions options, long memory)
    {
        var folders = directories.Select(d => SqlText.Text(Path.GetFullPath(d)));
        return
        [
            $"SET memory_limit = '{(memory / (1L << 20)).ToString(CultureInfo.InvariantCulture)}MiB';",
            $"SET threads = {SqlText.Number(options.Threads)};",
            $"SET temp_directory = {SqlText.Text(options.TemporaryDirectory)};",
            "SET TimeZone = 'UTC';",
            "SET parquet_metadata_cache = true;",
            "SET autoinstall_known_extensions = false;",
            "SET autoload_known_extensions = false;",
            $"SET allowed_directories = [{string.Join(", ", folders)}];",
            "SET enable_external_access = false;",
            "SET lock_configuration = true;",
        ];
    }

    private void Run(string sql)
    {
        using var command = _root.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
