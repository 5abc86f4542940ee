using System.Collections.Concurrent;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Tables;
using FlowKernel.FlowLogs;
using FlowKernel.Plan;
using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Store;

/// <summary>
/// A folder of Parquet files, <c>TABLE/day=YYYY-MM-DD/part-N.parquet</c>, with a manifest that says which of them
/// count.
/// Any number of processes may read it while one writes.
/// </summary>
public sealed class FlowStore : ITableCatalog
{
    private readonly StoreFiles _files;
    private volatile State _state;

    private FlowStore(StoreFiles files, State state) => (_files, _state) = (files, state);

    /// <inheritdoc/>
    public DatabaseSchema Schema => FlowLogTables.Database;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => [_files.Folder];

    /// <summary>The store's folder.</summary>
    public string Folder => _files.Folder;

    /// <summary>What the store holds now.</summary>
    public StoreManifest Manifest => Current().Manifest;

    /// <summary>The clock that its queries go by: the data's pinned "now", or the clock given.</summary>
    public TimeProvider Clock(TimeProvider clock) => Manifest.Now is { } now ? new PinnedClock(now) : clock;

    /// <summary>The store in a folder; FK0621 when there is none, FK0622 when its manifest cannot be read.</summary>
    public static Outcome<FlowStore> Open(string folder)
    {
        var files = new StoreFiles(Path.GetFullPath(folder));
        try
        {
            var stamp = StampOf(files);
            if (files.ReadManifest() is not { } manifest)
                return NoStore(folder);
            if (manifest.Version != StoreManifest.CurrentVersion)
                return OtherVersion(folder, manifest.Version);
            return new FlowStore(files, new(stamp, manifest));
        }
        catch (Exception mistake) when (mistake is JsonException or IOException or UnauthorizedAccessException)
        {
            return Unreadable(folder, mistake.Message);
        }
    }

    /// <inheritdoc/>
    public TableSource? Find(string table) => Find(table, Current());

    /// <inheritdoc/>
    public ITableCatalog Snapshot()
    {
        var state = Current();
        return state.Fixed ??= new OfOneState(this, state);
    }

    private TableSource? Find(string table, State state) =>
        StoreTable.All.FirstOrDefault(t => t.Name == table) is { } known
            ? state.Sources.GetOrAdd(known, k => Source(k, state.Manifest))
            : null;

    private TableSource Source(StoreTable table, StoreManifest manifest)
    {
        var parts = manifest.Parts.Where(p => p.Table == table.Name).ToList();
        return Source(table, parts) with
        {
            Within = times => Source(table, In(times, parts)),
            Native = NativeCopy.Valid(manifest.Native, manifest.Parts) is { } native
                ? new NativeSource(_files.Absolute(native.File))
                : null,
        };
    }

    private static IReadOnlyList<StorePart> In(TimeRange times, IReadOnlyList<StorePart> parts) =>
        [.. parts.Where(p => times.Touches(new(p.First, p.Last)))];

    private TableSource Source(StoreTable table, IReadOnlyList<StorePart> parts) =>
        new(table.Schema, parts.Count == 0 ? Empty(table) : Parquet(parts.Select(p => _files.Absolute(p.Path))))
        {
            Ip4Columns = table.IpColumns.ToDictionary(c => c, StoreTable.Companion, StringComparer.Ordinal),
            HasNullText = false,
        };

    internal static string Parquet(IEnumerable<string> paths) =>
        $"read_parquet([{string.Join(", ", paths.Select(SqlText.Text))}], hive_partitioning = false)";

    internal static string Empty(StoreTable table)
    {
        var nulls = table.Columns.Select(c => $"NULL::{c.Type} AS {SqlText.Identifier(c.Name)}");
        return $"(SELECT {string.Join(", ", nulls)} WHERE false)";
    }

    // A reader keeps its state until the manifest is replaced; a query that runs keeps the files it began with.
    private State Current()
    {
        var (state, stamp) = (_state, StampOf(_files));
        if (stamp != state.Stamp && _files.ReadManifest() is { } manifest)
            _state = state = new(stamp, manifest);
        return state;
    }

    private static (long Length, DateTime Written) StampOf(StoreFiles files)
    {
        var file = new FileInfo(files.ManifestPath);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }

    private static Diagnostic NoStore(string folder) => new(
        "FK0621", $"There is no flow store at '{folder}'.", default,
        "Make one with `flowkernel import PATH --data DIR`, or try the built-in sample: --sample, in a notebook #!flowlogs connect sample.");

    private static Diagnostic Unreadable(string folder, string reason) => new(
        "FK0622", $"The flow store at '{folder}' cannot be read: {reason}", default,
        "Check that you may read the folder; if manifest.json is damaged, import the flow logs again.");

    private static Diagnostic OtherVersion(string folder, int version) => new(
        "FK0622",
        $"The flow store at '{folder}' has layout {SqlText.Number(version)}; this FlowKernel reads layout " +
        $"{SqlText.Number(StoreManifest.CurrentVersion)}.",
        default,
        "Import the flow logs again into a new folder, or use the FlowKernel that made it.");

    private sealed record State((long Length, DateTime Written) Stamp, StoreManifest Manifest)
    {
        public OfOneState? Fixed { get; set; }

        // A query asks for a table several times, and the list of its files is long.
        public ConcurrentDictionary<StoreTable, TableSource> Sources { get; } = new(ReferenceEqualityComparer.Instance);
    }

    private sealed class OfOneState(FlowStore store, State state) : ITableCatalog
    {
        public DatabaseSchema Schema => store.Schema;

        public IReadOnlyList<string> Directories => store.Directories;

        public TableSource? Find(string table) => store.Find(table, state);
    }
}
