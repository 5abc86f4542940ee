using System.Collections.Concurrent;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Session;

/// <summary>Results that a session keeps under a name (<c>--name flows</c>), for later queries. Thread-safe.</summary>
public sealed class KeptTables
{
    private readonly ConcurrentDictionary<string, KqlTable> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TableSchema> _declared = new(StringComparer.Ordinal);

    /// <summary>Keeps a table, in place of any of the same name.</summary>
    public void Keep(string name, KqlTable table)
    {
        _tables[name] = table;
        _declared.TryRemove(name, out _);
    }

    /// <summary>
    /// Makes a table known that there will be, for checks before there is one; in place of any of the same name.
    /// </summary>
    public void Declare(TableSchema table)
    {
        _tables.TryRemove(table.Name, out _);
        _declared[table.Name] = table;
    }

    /// <summary>The table of that name, or null.</summary>
    public KqlTable? Find(string name) => _tables.GetValueOrDefault(name);

    /// <summary>The names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _tables.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A schema with the kept tables added; a kept table hides a table of the same name.</summary>
    public DatabaseSchema AddTo(DatabaseSchema schema) =>
        _tables.Select(kept => new TableSchema(kept.Key, kept.Value.Columns, "A kept result."))
            .Concat(_declared.Values)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Aggregate(schema, (all, kept) => all.With(kept));
}
