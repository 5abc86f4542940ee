using FlowKernel.Plan;
using FlowKernel.Schema;

namespace FlowKernel.DuckDb.Tables;

/// <summary>A table as DuckDB reads it.</summary>
/// <param name="Schema">Its columns as KQL sees them; the source has a column of each name, of the fitting
/// type.</param>
/// <param name="Sql">What stands after FROM: a table's quoted name, or <c>read_parquet([…])</c>.</param>
public sealed record TableSource(TableSchema Schema, string Sql)
{
    /// <summary>
    /// For text columns of IP addresses, the source's hidden UINTEGER column with the same address as a number.
    /// It must be null exactly where KQL's <c>parse_ipv4</c> gives null, so a column that holds addresses with a
    /// prefix length, such as <c>10.0.0.0/8</c>, has no such column.
    /// </summary>
    public IReadOnlyDictionary<string, string> Ip4Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The source's name of a column, by KQL's name, where the two differ.</summary>
    public IReadOnlyDictionary<string, string> ColumnNames { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The part of the source that can hold rows with a TimeGenerated in a range; null where parts cannot be told apart.
    /// It may hold other rows as well.
    /// </summary>
    public Func<TimeRange, TableSource>? Within { get; init; }

    /// <summary>The table's copy in DuckDB's own format, which reads faster; null where there is none.</summary>
    public NativeSource? Native { get; init; }

    /// <summary>
    /// The source's own name of a number that tells its rows apart, which stays the same while a query runs; null where it
    /// has none.
    /// </summary>
    public string? RowNumber { get; init; }

    /// <summary>
    /// True when equal texts are found as fast as equal numbers, as in DuckDB's own files, which keep texts as numbers of a
    /// dictionary: to read <see cref="Ip4Columns"/> besides would only cost.
    /// </summary>
    public bool FindsTexts { get; init; }

    /// <summary>True when text columns of the source may hold NULL, which KQL reads as the empty string.</summary>
    public bool HasNullText { get; init; } = true;
}
