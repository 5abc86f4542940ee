namespace FlowKernel.Results;

/// <summary>All that a query gave: one table, or several, how to draw the first, and what it cost.</summary>
public sealed record QueryResult(IReadOnlyList<KqlTable> Tables, RenderProperties? Render, QueryStatistics Statistics)
{
    /// <summary>The first table.</summary>
    public KqlTable Table => Tables[0];

    /// <summary>The KQL text that gave this result.</summary>
    public string Kql { get; init; } = "";
}
