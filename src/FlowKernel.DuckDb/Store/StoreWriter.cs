using System.Globalization;
using FlowKernel.DuckDb.Emit;
using FlowKernel.FlowLogs.Rows;

namespace FlowKernel.DuckDb.Store;

/// <summary>
/// One import into a store. Rows go to new parts; nothing that a reader can see changes until <see cref="Commit"/>
/// replaces the manifest. One writer at a time; not safe for many callers.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    /// <summary>So many staged rows are written together: few large files, and a bounded memory.</summary>
    private const long FlushRows = 250_000;

    private readonly StoreFiles _files;
    private readonly StoreManifest _before;
    private readonly FileStream _lock;
    private readonly StoreDatabase _database;
    private readonly PartWriter _parts;
    private readonly Staging<NetAnalyticsRow> _flows;
    private readonly List<StorePart> _added = [];
    private readonly SourceLedger _ledger;

    public StoreWriter(StoreFiles files, StoreManifest manifest, FileStream writerLock)
    {
        _files = files;
        _before = manifest;
        _lock = writerLock;
        _files.Sweep(manifest, StoreTable.All.Select(t => t.Name));
        _database = new(files.Folder);
        _parts = new(_database, files, manifest.NextPart);
        _flows = new(_database, StoreTable.NetAnalytics, StagingColumns.NetAnalytics);
        _ledger = new(files.ReadSources(manifest));
    }

    /// <summary>Totals of the rows that were written, as DuckDB adds them up.</summary>
    public TrafficTotals Written { get; private set; } = new();

    /// <summary>What the store held before; null when there was none.</summary>
    public StoreManifest? Before => File.Exists(_files.ManifestPath) ? _before : null;

    /// <summary>True when exactly this content was imported before.</summary>
    public bool Has(string name, string version) => _ledger.Has(name, version);

    /// <summary>Adds the rows of a source, which replace those of an earlier source of its name.</summary>
    public void Add(string name, string version, IReadOnlyList<NetAnalyticsRow> rows)
    {
        _flows.Append(rows, _ledger.Begin(name, version));
        if (_flows.Count >= FlushRows)
            Flush();
    }

    /// <summary>Makes the import visible, when what was written adds up to what was read.</summary>
    public StoreManifest Commit(
        StoreSettings settings, DateTime? now, IReadOnlyList<IpDetailsRow> addresses,
        IReadOnlyList<TopologyRow> topology, TrafficTotals read)
    {
        Flush();
        if ((Written.Packets, Written.Bytes) != (read.Packets, read.Bytes))
            throw new InvalidOperationException($"Read {read}, but wrote {Written}: an import must lose nothing.");
        var parts = ReplaceSources(_before.Parts).Concat(_added).ToList();
        parts = new IpDetailsMerge(_database, _files, _parts).Merge(parts, addresses, settings.IpDetails);
        parts = new TopologyParts(_database, _parts).Replace(parts, topology);
        var sources = string.Create(CultureInfo.InvariantCulture, $"sources-{_parts.NextPart:D6}.json");
        _files.Write(sources, _ledger.Sources);
        var after = new StoreManifest
        {
            Now = now ?? _before.Now,
            Settings = settings,
            NextPart = _parts.NextPart + 1,
            Sources = sources,
            Parts = [.. parts.OrderBy(p => p.Table, StringComparer.Ordinal).ThenBy(p => p.Day).ThenBy(p => p.Id)],
            Native = NativeCopy.Valid(_before.Native, parts),
        };
        _files.Write(after);
        return NativeCopy.Refresh(_files, after);
    }

    public void Dispose()
    {
        _flows.Dispose();
        _database.Dispose();
        _lock.Dispose();
    }

    private void Flush()
    {
        if (_flows.Count > 0)
        {
            _flows.Flush();
            Written += Totals();
            var parts = _parts.Write(StoreTable.NetAnalytics, _flows.Name, _flows.SelectList);
            _added.AddRange(parts);
            Note(parts.ToDictionary(p => p.Day, p => p.Id));
            _flows.Clear();
        }
    }

    private void Note(Dictionary<DateOnly, long> partOfDay)
    {
        var days = _database.Query(
            $"SELECT DISTINCT {StoreTable.SourceColumn}, TimeGenerated::DATE FROM {_flows.Name}",
            r => (Source: r.GetInt32(0), Day: r.GetFieldValue<DateOnly>(1)));
        foreach (var (source, day) in days)
            _ledger.Written(source, partOfDay[day]);
    }

    private TrafficTotals Totals() => _database.Query(
        "SELECT sum(PacketsSrcToDest), sum(PacketsDestToSrc), sum(BytesSrcToDest), sum(BytesDestToSrc), count(*) " +
        $"FROM {_flows.Name}",
        r => new TrafficTotals(
            (long)StoreDatabase.Total(r.GetValue(0)) + (long)StoreDatabase.Total(r.GetValue(1)),
            (long)StoreDatabase.Total(r.GetValue(2)) + (long)StoreDatabase.Total(r.GetValue(3)),
            r.GetInt64(4)))[0];

    // Rows of a source that came again are left out of their old parts, which are written anew for that.
    private IEnumerable<StorePart> ReplaceSources(IReadOnlyList<StorePart> before)
    {
        var replaced = _ledger.Replaced;
        foreach (var part in before)
        {
            var gone = replaced.Where(s => s.Parts.Contains(part.Id)).Select(s => s.Id).ToList();
            if (part.Table != StoreTable.NetAnalytics.Name || gone.Count == 0)
            {
                yield return part;
                continue;
            }

            var rest = $"(SELECT * FROM {FlowStore.Parquet([_files.Absolute(part.Path)])} " +
                $"WHERE {StoreTable.SourceColumn} NOT IN ({string.Join(", ", gone.Select(id => SqlText.Number(id)))}))";
            var written = _parts.Write(StoreTable.NetAnalytics, rest, "*");
            _ledger.Moved(part.Id, written.Select(p => p.Id));
            foreach (var next in written)
                yield return next;
        }
    }
}
