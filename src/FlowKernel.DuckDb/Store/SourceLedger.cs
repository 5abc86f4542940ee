namespace FlowKernel.DuckDb.Store;

/// <summary>Keeps which source is in which parts, through one import.</summary>
internal sealed class SourceLedger
{
    private readonly Dictionary<string, StoreSource> _byName;
    private readonly Dictionary<int, SortedSet<long>> _parts = [];
    private readonly List<StoreSource> _replaced = [];
    private int _nextId;

    public SourceLedger(IReadOnlyList<StoreSource> sources)
    {
        _byName = sources.ToDictionary(s => s.Name, StringComparer.Ordinal);
        _nextId = sources.Count == 0 ? 1 : sources.Max(s => s.Id) + 1;
        foreach (var source in sources)
            _parts[source.Id] = [.. source.Parts];
    }

    /// <summary>Sources whose rows must go from the parts of earlier imports.</summary>
    public IReadOnlyList<StoreSource> Replaced => _replaced;

    /// <summary>All sources, in the order of their numbers.</summary>
    public IReadOnlyList<StoreSource> Sources =>
        [.. _byName.Values.OrderBy(s => s.Id).Select(s => s with { Parts = [.. _parts[s.Id]] })];

    public bool Has(string name, string version) =>
        _byName.TryGetValue(name, out var known) && known.Version == version;

    /// <summary>A number for a source that is imported now.</summary>
    public int Begin(string name, string version)
    {
        if (_byName.TryGetValue(name, out var earlier))
            _replaced.Add(earlier);
        var id = _nextId++;
        _byName[name] = new(id, name, version, []);
        _parts[id] = [];
        return id;
    }

    /// <summary>A source has rows in a part.</summary>
    public void Written(int source, long part) => _parts[source].Add(part);

    /// <summary>A part was written anew.</summary>
    public void Moved(long part, IEnumerable<long> to)
    {
        var list = to.ToList();
        foreach (var parts in _parts.Values.Where(p => p.Remove(part)))
            parts.UnionWith(list);
    }
}
