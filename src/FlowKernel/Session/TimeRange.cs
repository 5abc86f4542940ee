namespace FlowKernel.Session;

/// <summary>A stretch of time that tables show, and nothing else; null where it has no end on that side.</summary>
/// <param name="From">The first moment that belongs to it, in UTC.</param>
/// <param name="To">The first moment after it, in UTC.</param>
public sealed record TimeRange(DateTime? From, DateTime? To)
{
    /// <summary>The column that says when a row was; tables without it show all rows.</summary>
    public string Column { get; init; } = TimeGenerated;

    /// <summary>The column that says so in every table of Azure Monitor.</summary>
    public const string TimeGenerated = "TimeGenerated";
}
