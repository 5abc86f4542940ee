namespace FlowKernel.DuckDb.Functions;

/// <summary>What a query fixes for all of its calls.</summary>
/// <param name="Now">The instant that <c>now()</c> stands for, in UTC.</param>
internal sealed record FunctionContext(DateTime Now)
{
    /// <summary>
    /// The ORDER BY, with a blank before it, of the rows that an aggregate reads; empty when they have no order.
    /// </summary>
    public string RowOrder { get; init; } = "";

    /// <summary>True when the query reads rows of tables, of which there may be many, and whose order is not fixed.</summary>
    public bool ReadsTables { get; init; }

    /// <summary>True when the query writes down an instant that lies between two microseconds.</summary>
    public bool IsFiner { get; init; }

    /// <summary>
    /// True when whole numbers that leave 64 bits wrap around, as in Kusto; false is faster, and fails there instead.
    /// </summary>
    public bool Wraps { get; init; }
}
