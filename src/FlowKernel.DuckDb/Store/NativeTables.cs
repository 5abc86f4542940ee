namespace FlowKernel.DuckDb.Store;

/// <summary>
/// The copy of a store's parts as tables of one DuckDB file, which queries read about twice as fast as Parquet. The
/// Parquet stays what counts: a copy that is missing, damaged or of other parts is not read, which only costs time.
/// </summary>
/// <param name="File">Its path below the store's folder.</param>
/// <param name="Parts">The numbers of the parts that are in it.</param>
public sealed record NativeTables(string File, IReadOnlyList<long> Parts);
