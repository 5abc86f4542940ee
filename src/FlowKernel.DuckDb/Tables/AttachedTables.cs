using FlowKernel.DuckDb.Emit;
using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tables;

/// <summary>
/// A catalog whose tables are read from their native copies, where those can be opened. Files are attached at their
/// first use and stay so; one that cannot be is not tried again.
/// </summary>
internal sealed class AttachedTables(ITableCatalog catalog, Lazy<DuckDbInstance> instance) : ITableCatalog
{
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public DatabaseSchema Schema => catalog.Schema;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => catalog.Directories;

    /// <inheritdoc/>
    public TableSource? Find(string table) => catalog.Find(table) is { } source ? Attached(source) : null;

    /// <inheritdoc/>
    public ITableCatalog Snapshot()
    {
        var state = catalog.Snapshot();
        return ReferenceEquals(state, catalog) ? this : new OfOneState(this, state);
    }

    /// <summary>Stops using all copies; false where none is in use.</summary>
    public bool Distrust()
    {
        lock (_gate)
        {
            var used = _names.Where(n => n.Value is not null).Select(n => n.Key).ToList();
            used.ForEach(file => _names[file] = null);
            return used.Count > 0;
        }
    }

    private TableSource Attached(TableSource source)
    {
        if (source.Native is not { } native || NameOf(native.File) is not { } name)
            return source;
        var table = $"{name}.{SqlText.Identifier(source.Schema.Name)}";
        var attached = source with { Sql = table, RowNumber = native.RowNumber, FindsTexts = true };
        return attached with { Within = _ => attached };
    }

    private string? NameOf(string file)
    {
        lock (_gate)
        {
            if (!_names.TryGetValue(file, out var name))
                _names[file] = name = instance.Value.TryAttach(file, $"native_{SqlText.Number(_names.Count + 1)}");
            return name;
        }
    }

    private sealed class OfOneState(AttachedTables tables, ITableCatalog state) : ITableCatalog
    {
        public DatabaseSchema Schema => tables.Schema;

        public IReadOnlyList<string> Directories => tables.Directories;

        public TableSource? Find(string table) => state.Find(table) is { } source ? tables.Attached(source) : null;
    }
}

/// <summary>A table's native copy: a DuckDB file that holds it, whole, under the table's own name.</summary>
public sealed record NativeSource(string File)
{
    /// <summary>DuckDB's name of a number that tells the rows apart: the file is only read while it is in use.</summary>
    public string RowNumber => "rowid";
}
