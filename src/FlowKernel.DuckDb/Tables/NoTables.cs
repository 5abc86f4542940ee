using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tables;

/// <summary>A catalog without tables: for queries that bring their own rows.</summary>
public sealed class NoTables : ITableCatalog
{
    /// <summary>The one instance.</summary>
    public static NoTables Instance { get; } = new();

    /// <inheritdoc/>
    public DatabaseSchema Schema => DatabaseSchema.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => [];

    /// <inheritdoc/>
    public TableSource? Find(string table) => null;
}
