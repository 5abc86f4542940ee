using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tables;

/// <summary>The tables of a place that DuckDB reads, such as a store's folder.</summary>
public interface ITableCatalog
{
    /// <summary>The tables it has, as KQL sees them.</summary>
    DatabaseSchema Schema { get; }

    /// <summary>Where its files are; DuckDB may read these folders and nothing else.</summary>
    IReadOnlyList<string> Directories { get; }

    /// <summary>
    /// The table of that exact name, or null. Called for each query, so it may follow a changing store.
    /// </summary>
    TableSource? Find(string table);

    /// <summary>
    /// The tables as they are now, for one query: all that it reads is of one state. The same object while nothing
    /// changes.
    /// </summary>
    ITableCatalog Snapshot() => this;
}
