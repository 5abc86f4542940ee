namespace FlowKernel.Schema;

/// <summary>All that a query can name on a connection.</summary>
/// <param name="Name">The database's name, for display.</param>
/// <param name="Tables">Its tables.</param>
public sealed record DatabaseSchema(string Name, IReadOnlyList<TableSchema> Tables)
{
    /// <summary>True when it may have more tables than are known: a check then believes any name.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The functions that are saved there.</summary>
    public IReadOnlyList<FunctionSchema> Functions { get; init; } = [];

    /// <summary>
    /// Functions whose argument names another place to query, such as <c>workspace("contoso")</c>: nothing is known of what is
    /// there.
    /// </summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>True where queries can name other databases and clusters, of which nothing is known.</summary>
    public bool HasNeighbours { get; init; }

    /// <summary>A schema with no tables.</summary>
    public static DatabaseSchema Empty { get; } = new("empty", []);

    /// <summary>The table of that exact name, or null.</summary>
    public TableSchema? Find(string name) =>
        Tables.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));

    /// <summary>
    /// This schema with tables of different names added at the end, in place of those of the same names; itself when there are
    /// none to add.
    /// </summary>
    public DatabaseSchema With(params IReadOnlyCollection<TableSchema> tables)
    {
        if (tables.Count == 0)
            return this;
        var names = tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return this with { Tables = [.. Tables.Where(t => !names.Contains(t.Name)), .. tables] };
    }
}
