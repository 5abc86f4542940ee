using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tables;

/// <summary>A catalog, and the kept results, which hide tables of the same name.</summary>
internal sealed class CatalogWithKept(ITableCatalog catalog, KeptTableLoader kept) : ITableCatalog
{
    /// <inheritdoc/>
    public DatabaseSchema Schema => catalog.Schema;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => catalog.Directories;

    /// <inheritdoc/>
    public TableSource? Find(string table) => kept.Find(table) ?? catalog.Find(table);
}
