using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Session;

/// <summary>Results that a session keeps under a name (<c>--name flows</c>), for later queries. Thread-safe.</summary>
public sealed class KeptTables
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Kept> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TableSchema> _declared = new(StringComparer.Ordinal);

    // The KQL language reads each instance of a schema anew, and of a table's: that costs more than checking a query.
    private volatile ConditionalWeakTable<DatabaseSchema, DatabaseSchema> _schemas = [];

    private sealed record Kept(KqlTable Table, TableSchema Schema);

    /// <summary>Keeps a table, in place of any of the same name.</summary>
    public void Keep(string name, KqlTable table)
    {
        lock (_gate)
        {
            var same = _tables.GetValueOrDefault(name) is { } replaced && replaced.Table.Columns.SequenceEqual(table.Columns)
                ? replaced.Schema
                : null;
            _tables[name] = new Kept(table, same ?? new TableSchema(name, table.Columns, "A kept result."));
            if (_declared.TryRemove(name, out _) || same is null)
                _schemas = [];
        }
    }

    /// <summary>
    /// Makes a table known that there will be, for checks before there is one; in place of any of the same name.
    /// </summary>
    public void Declare(TableSchema table)
    {
        lock (_gate)
        {
            _tables.TryRemove(table.Name, out _);
            _declared[table.Name] = table;
            _schemas = [];
        }
    }

    /// <summary>The table of that name, or null.</summary>
    public KqlTable? Find(string name) => _tables.GetValueOrDefault(name)?.Table;

    /// <summary>The names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _tables.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// A schema with the kept tables added; a kept table hides a table of the same name. The same instance as long as
    /// no columns change.
    /// </summary>
    public DatabaseSchema AddTo(DatabaseSchema schema) =>
        _tables.IsEmpty && _declared.IsEmpty ? schema : _schemas.GetValue(schema, WithKept);

    private DatabaseSchema WithKept(DatabaseSchema schema) =>
        schema.With([.. _tables.Values.Select(kept => kept.Schema).Concat(_declared.Values).OrderBy(t => t.Name, StringComparer.Ordinal)]);
}
