using FlowKernel.DuckDb.Emit;
using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tables;

/// <summary>A catalog of tables that are only declared: queries on it can be planned and shown, not run.</summary>
public sealed class DeclaredTables(DatabaseSchema schema) : ITableCatalog
{
    /// <inheritdoc/>
    public DatabaseSchema Schema => schema;

    /// <inheritdoc/>
    public IReadOnlyList<string> Directories => [];

    /// <inheritdoc/>
    public TableSource? Find(string table) =>
        schema.Tables.FirstOrDefault(t => t.Name == table) is { } found
            ? new TableSource(found, SqlText.Identifier(table))
            : null;
}
