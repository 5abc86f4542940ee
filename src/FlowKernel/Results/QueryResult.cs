namespace FlowKernel.Results;

/// <summary>All that a query gave: one table, or several, how to draw the first, and what it cost.</summary>
public sealed record QueryResult(IReadOnlyList<KqlTable> Tables, RenderProperties? Render, QueryStatistics Statistics)
{
    /// <summary>The first table.</summary>
    public KqlTable Table => Tables[0];

    /// <summary>The KQL text that gave this result.</summary>
    public string Kql { get; init; } = "";

    /// <summary>How to draw the tables after the first, in their order; a table that it has no place for is one.</summary>
    public IReadOnlyList<RenderProperties?> LaterRenders { get; init; } = [];

    /// <summary>
    /// True where a query was checked and not run, and running it may give more columns: those that a plug-in makes of
    /// the data, or of a table that is not wholly known.
    /// </summary>
    public bool MayHaveMoreColumns { get; init; }

    /// <summary>
    /// Each table as a result of its own, with what draws it: several statements give several, and so do <c>fork</c> and
    /// <c>facet</c>.
    /// </summary>
    public IEnumerable<QueryResult> Each() => Tables.Select((table, i) => this with
    {
        Tables = [table],
        Render = i == 0 ? Render : LaterRenders.ElementAtOrDefault(i - 1),
        LaterRenders = [],
    });
}
