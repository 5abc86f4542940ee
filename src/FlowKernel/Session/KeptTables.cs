using System.Collections.Concurrent;
using FlowKernel.Results;
using FlowKernel.Schema;

namespace FlowKernel.Session;

/// <summary>Results that a session keeps under a name (<c>--name flows</c>), for later queries. Thread-safe.</summary>
public sealed class KeptTables
{
    private readonly ConcurrentDictionary<string, KqlTable> _tables = new(StringComparer.Ordinal);

    /// <summary>Keeps a table, in place of any of the same name.</summary>
    public void Keep(string name, KqlTable table) => _tables[name] = table;

    /// <summary>The table of that name, or null.</summary>
    public KqlTable? Find(string name) => _tables.GetValueOrDefault(name);

    /// <summary>The names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _tables.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A schema with the kept tables added; a kept table hides a table of the same name.</summary>
    public DatabaseSchema AddTo(DatabaseSchema schema) =>
        _tables.OrderBy(t => t.Key, StringComparer.Ordinal)
            .Aggregate(
                schema, (all, kept) => all.With(new TableSchema(kept.Key, kept.Value.Columns, "A kept result.")));
}
