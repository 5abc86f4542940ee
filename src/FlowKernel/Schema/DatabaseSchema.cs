namespace FlowKernel.Schema;

/// <summary>All that a query can name on a connection.</summary>
/// <param name="Name">The database's name, for display.</param>
/// <param name="Tables">Its tables.</param>
public sealed record DatabaseSchema(string Name, IReadOnlyList<TableSchema> Tables)
{
    /// <summary>True when it may have more tables than are known: a check then believes any name.</summary>
    public bool IsOpen { get; init; }

    /// <summary>A schema with no tables.</summary>
    public static DatabaseSchema Empty { get; } = new("empty", []);

    /// <summary>The table of that exact name, or null.</summary>
    public TableSchema? Find(string name) =>
        Tables.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));

    /// <summary>This schema with a table added, or replaced where one has the same name.</summary>
    public DatabaseSchema With(TableSchema table) =>
        this with { Tables = [.. Tables.Where(t => t.Name != table.Name), table] };
}
