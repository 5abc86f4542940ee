using FlowKernel.DuckDb.Emit;
using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tables;

/// <summary>
/// A catalog whose tables stand in SQL by name, not by the files they are made of: SQL for people to read.
/// </summary>
internal sealed class NamedTables(ITableCatalog catalog) : ITableCatalog
{
    /// <inheritdoc/>
    public DatabaseSchema Schema => catalog.Schema;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => catalog.Directories;

    /// <inheritdoc/>
    public TableSource? Find(string table) =>
        catalog.Find(table) is { } source ? Named(source, table) : null;

    private static TableSource Named(TableSource source, string table) => source with
    {
        Sql = SqlText.Identifier(table),
        RowNumber = source.Native?.RowNumber,
        FindsTexts = source.Native is not null,
        Within = source.Within is null ? null : _ => Named(source, table),
    };
}
