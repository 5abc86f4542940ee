using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>A query that ran.</summary>
/// <param name="Kql">Its text as the user wrote it, secrets hidden.</param>
/// <param name="Connection">Where it ran.</param>
/// <param name="Last">How far back it looked, or null where only its text says so.</param>
/// <param name="RanAt">When it ended, in UTC.</param>
/// <param name="Rows">The rows of its first table.</param>
/// <param name="Elapsed">How long it took, with checking.</param>
public sealed record QueryLogEntry(
    string Kql, string Connection, TimeSpan? Last, DateTime RanAt, int Rows, TimeSpan Elapsed)
{
    private const int LongestValue = 1000;

    /// <summary>
    /// The values that it was given from outside, as <c>let</c> statements that make it run elsewhere; secrets are
    /// hidden, very long values cut.
    /// </summary>
    public IReadOnlyList<string> Given { get; private init; } = [];

    /// <summary>What <c>now()</c> was for it, in UTC.</summary>
    public DateTime Now { get; private init; }

    /// <summary>True when it reckons from <see cref="Now"/>.</summary>
    public bool AsksTime => KqlScan.Words(Kql).Any(word => word is "ago" or "now");

    /// <summary>The entry of a query and its result.</summary>
    public static QueryLogEntry Of(CheckedQuery query, QueryResult result, DateTime ranAt) => new(
        SecretTexts.Hide(query.Kql.Trim()), result.Statistics.RanOn, query.Scope.Last, ranAt, result.Table.RowCount,
        result.Statistics.Elapsed)
    {
        Given = [.. query.Scope.Parameters.Where(p => query.UsedParameters.Contains(p.Key)).Select(p => Let(p.Key, p.Value))],
        Now = query.Scope.Now,
    };

    private static string Let(string name, QueryParameter parameter)
    {
        var literal = SecretTexts.Hide(KqlLiteral.Write(parameter.Type, parameter.Value));
        return $"let {name} = {(literal.Length > LongestValue ? literal[..LongestValue] + "…" : literal)};";
    }
}
