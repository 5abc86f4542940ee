namespace FlowKernel.Results;

/// <summary>
/// How much of a result is handed over, as services limit it (https://learn.microsoft.com/kusto/concepts/query-limits);
/// null for any number. What a query says itself by <c>set truncationmaxrecords</c> or <c>set notruncation</c> counts
/// before the rows here.
/// </summary>
/// <param name="Rows">The most rows.</param>
/// <param name="Bytes">The most bytes of values; the rows that DuckDB hands over at once are counted together.</param>
public sealed record ResultLimits(long? Rows, long? Bytes);

/// <summary>Why a table is not whole.</summary>
/// <param name="Limit">What was limited: rows or bytes.</param>
/// <param name="Most">The most of it.</param>
public sealed record ResultCut(LimitedSize Limit, long Most);

/// <summary>What of a result can be limited.</summary>
public enum LimitedSize
{
    /// <summary>The number of rows.</summary>
    Rows,

    /// <summary>The bytes of its values.</summary>
    Bytes,
}
