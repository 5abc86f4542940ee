using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>A query to run on one of a session's connections.</summary>
/// <param name="Kql">Its text.</param>
public sealed record QueryRequest(string Kql)
{
    /// <summary>The name of the connection, or null for the current one.</summary>
    public string? On { get; init; }

    /// <summary>Typed values that the query sees as scalars, by name.</summary>
    public IReadOnlyDictionary<string, QueryParameter> Parameters { get; init; } =
        new Dictionary<string, QueryParameter>();

    /// <summary>Only rows whose TimeGenerated lies this long before now, in every table; null for all rows.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary>What of the tables it sees by time, besides <see cref="Last"/>; null for all of them.</summary>
    public TimeRange? Range { get; init; }

    /// <summary>How much of each result is handed over; null for all of it.</summary>
    public ResultLimits? Limits { get; init; }

    /// <summary>What <c>now()</c> gives, in UTC; null for the connection's own now.</summary>
    public DateTime? Now { get; init; }
}
