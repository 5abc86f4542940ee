using System.Globalization;
using FlowKernel.Recipes;
using FlowKernel.Session;

namespace FlowKernel.Benchmarks.Engine;

/// <summary>A question, as KQL and as the SQL that somebody who knows DuckDB writes for it.</summary>
/// <param name="Name">Its name, that of its files.</param>
/// <param name="Request">The KQL.</param>
internal sealed record EngineCase(string Name, QueryRequest Request)
{
    private static readonly string[] Harder =
    [
        "top-talkers", "distinct-peers", "prefix-matrix", "series-per-vm", "anomalies",
        "decomposed-anomalies", "details-join", "latest-per-pair", "packed-peers", "percentiles", "has-filter",
        "text-filters", "vm-in-an-hour",
    ];

    /// <summary>The recipes, and the harder ones.</summary>
    public static IReadOnlyList<EngineCase> All { get; } =
    [
        .. RecipeLibrary.All.Select(r => new EngineCase(
            r.Name, new QueryRequest(r.Kql) { Parameters = r.Defaults.Values })),
        .. Harder.Select(name => new EngineCase(name, new QueryRequest(EngineFiles.Read($"Queries/{name}.kql")))),
    ];

    /// <summary>The SQL with places for its tables; null where DuckDB has no function that does the same.</summary>
    public string? Sql { get; init; } =
        EngineFiles.Has($"Queries/{Name}.sql") ? EngineFiles.Read($"Queries/{Name}.sql") : null;

    /// <summary>The text with a comment that differs each turn, so that nothing is remembered of it.</summary>
    public static string NotSeenBefore(string kql, int turn) =>
        string.Create(CultureInfo.InvariantCulture, $"{kql}\n// {turn}");

    /// <summary>The case as a text that was not seen before.</summary>
    public EngineCase Turn(int turn) =>
        this with { Request = Request with { Kql = NotSeenBefore(Request.Kql, turn) } };

    /// <summary>True where the SQL does arithmetic on the texts of addresses.</summary>
    public bool TestsRanges => Sql?.Contains("ip_number", StringComparison.Ordinal) ?? false;
}
